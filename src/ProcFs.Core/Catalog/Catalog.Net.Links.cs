using static ProcFs.ReadEffects;

namespace ProcFs;

public static partial class Catalog
{
    /// <summary>The links and networks beside Ethernet and IP.</summary>
    private static CatalogEntry[] NetLinkEntries() =>
    [
        .. Section("Net", "FieldBuses",
        [
            Directory("<pid>/net/can", "CAN (controller area network)"),
            Directory("<pid>/net/can-bcm", "CAN broadcast manager sockets"),
            Text     ("<pid>/net/can-bcm/<inode>", "cyclic and filtered CAN messages of one socket"),
            Table<CanReceiver>("<pid>/net/can/rcvlist_all", "receivers of all CAN frames"),
            Table<CanReceiver>("<pid>/net/can/rcvlist_eff", "receivers of single extended CAN ids"),
            Table<CanReceiver>("<pid>/net/can/rcvlist_err", "receivers of CAN error frames"),
            Table<CanReceiver>("<pid>/net/can/rcvlist_fil", "receivers of CAN frames that match a filter"),
            Table<CanReceiver>("<pid>/net/can/rcvlist_inv", "receivers of CAN frames that do not match a filter"),
            Table<CanReceiver>("<pid>/net/can/rcvlist_sff", "receivers of single standard CAN ids"),
            Binary   ("<pid>/net/can/reset_stats", "reset of the CAN counters, by reading", Consumes),
            Record<CanStatistics>("<pid>/net/can/stats", "counters and rates of CAN frames"),
            Parameter("<pid>/net/can/version", "version of the CAN core (old kernels)", Access.Read),
        ]),

        .. Section("Net", "Wireless",
        [
            Table<BluetoothSocket>("<pid>/net/bnep", "Bluetooth network encapsulation sockets"),
            Table<BluetoothSocket>("<pid>/net/cmtp", "Bluetooth CAPI transport sockets"),
            Table<BluetoothSocket>("<pid>/net/hci", "Bluetooth host controller sockets"),
            Table<BluetoothSocket>("<pid>/net/hidp", "Bluetooth keyboard and mouse sockets"),
            Directory("<pid>/net/irda", "infrared links (before Linux 4.17)"),
            Table<ReportLine>("<pid>/net/irda/**", "state of an infrared protocol"),
            Table<BluetoothSocket>("<pid>/net/iso", "Bluetooth isochronous sockets"),
            Table<BluetoothSocket>("<pid>/net/l2cap", "Bluetooth logical link sockets"),
            Table<PhonetSocket>("<pid>/net/phonet", "Phonet sockets"),
            Table<PhonetResource>("<pid>/net/pnresource", "resources bound in Phonet"),
            Table<BluetoothSocket>("<pid>/net/rfcomm", "Bluetooth serial line sockets"),
            Table<BluetoothSocket>("<pid>/net/sco", "Bluetooth audio sockets"),
        ]),

        .. Section("Net", "Atm",
        [
            Directory("<pid>/net/atm", "ATM (asynchronous transfer mode)"),
            Text     ("<pid>/net/atm/<device>", "address, cells and errors of an ATM device, as type:number"),
            Text     ("<pid>/net/atm/arp", "IP over ATM address resolution"),
            Text     ("<pid>/net/atm/br2684", "bridged Ethernet over ATM"),
            Text     ("<pid>/net/atm/devices", "ATM devices with counters"),
            Text     ("<pid>/net/atm/lec", "LAN emulation clients"),
            Text     ("<pid>/net/atm/mpc", "multiprotocol over ATM clients"),
            Text     ("<pid>/net/atm/pvc", "ATM permanent circuits"),
            Text     ("<pid>/net/atm/svc", "ATM switched circuits"),
            Text     ("<pid>/net/atm/vc", "all ATM circuits"),
        ]),

        .. Section("Net", "Historic",
        [
            Directory("<pid>/net/atalk", "AppleTalk (old Macintosh networks)"),
            Table<AppleTalkNeighbor>("<pid>/net/atalk/arp", "AppleTalk address resolution"),
            Table<AppleTalkInterface>("<pid>/net/atalk/interface", "AppleTalk interfaces"),
            Table<AppleTalkRoute>("<pid>/net/atalk/route", "AppleTalk routes"),
            Table<AppleTalkSocket>("<pid>/net/atalk/socket", "AppleTalk sockets"),
            Table<DecnetSocket>("<pid>/net/decnet", "DECnet sockets (before Linux 6.1)"),
            Table<DecnetCachedRoute>("<pid>/net/decnet_cache", "DECnet route cache (before Linux 6.1)"),
            Table<DecnetDevice>("<pid>/net/decnet_dev", "DECnet devices (before Linux 6.1)"),
            Table<DecnetNeighbor>("<pid>/net/decnet_neigh", "DECnet neighbors (before Linux 6.1)"),
            Directory("<pid>/net/ipx", "IPX (old NetWare networks, before Linux 4.18)"),
            Table<IpxInterface>("<pid>/net/ipx/interface", "IPX interfaces"),
            Table<IpxRoute>("<pid>/net/ipx/route", "IPX routes"),
            Table<IpxSocket>("<pid>/net/ipx/socket", "IPX sockets"),
            Table<IpxRoute>("<pid>/net/ipx_route", "IPX routes (Linux 2.2 and before)"),
            Directory("<pid>/net/llc", "LLC (logical link control)"),
            Table<LlcConnection>("<pid>/net/llc/core", "LLC service access points"),
            Table<LlcSocket>("<pid>/net/llc/socket", "LLC sockets"),
            Directory("<pid>/net/x25", "X.25 (packet switching networks)"),
            Table<X25Forward>("<pid>/net/x25/forward", "forwarded X.25 calls"),
            Table<X25Route>("<pid>/net/x25/route", "X.25 routes"),
            Table<X25Socket>("<pid>/net/x25/socket", "X.25 sockets"),
        ]),

        .. Section("Net", "Radio",
        [
            Text     ("<pid>/net/ax25", "AX.25 sockets"),
            Text     ("<pid>/net/ax25_calls", "call signs of local users"),
            Text     ("<pid>/net/ax25_route", "AX.25 routes"),
            Text     ("<pid>/net/bpqether", "AX.25 over Ethernet devices"),
            Text     ("<pid>/net/nr", "NET/ROM sockets"),
            Text     ("<pid>/net/nr_neigh", "NET/ROM neighbors"),
            Text     ("<pid>/net/nr_nodes", "NET/ROM nodes"),
            Text     ("<pid>/net/rose", "ROSE sockets"),
            Text     ("<pid>/net/rose_neigh", "ROSE neighbors"),
            Text     ("<pid>/net/rose_nodes", "ROSE nodes"),
            Text     ("<pid>/net/rose_routes", "ROSE circuits"),
            Text     ("<pid>/net/yam", "state of YAM radio modems"),
            Text     ("<pid>/net/z8530drv", "state of Z8530 radio controllers"),
        ]),
    ];
}
