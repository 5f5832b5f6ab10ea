namespace ProcFs;

/// <summary>The names of BPF types by number: enum bpf_map_type and enum bpf_prog_type of include/uapi/linux/bpf.h.</summary>
internal static class BpfTypes
{
    private static readonly string[] s_maps =
    [
        "unspec", "hash", "array", "prog_array", "perf_event_array", "percpu_hash", "percpu_array", "stack_trace", "cgroup_array", "lru_hash",
        "lru_percpu_hash", "lpm_trie", "array_of_maps", "hash_of_maps", "devmap", "sockmap", "cpumap", "xskmap", "sockhash", "cgroup_storage",
        "reuseport_sockarray", "percpu_cgroup_storage", "queue", "stack", "sk_storage", "devmap_hash", "struct_ops", "ringbuf", "inode_storage",
        "task_storage", "bloom_filter", "user_ringbuf", "cgrp_storage", "arena",
    ];

    private static readonly string[] s_programs =
    [
        "unspec", "socket_filter", "kprobe", "sched_cls", "sched_act", "tracepoint", "xdp", "perf_event", "cgroup_skb", "cgroup_sock", "lwt_in",
        "lwt_out", "lwt_xmit", "sock_ops", "sk_skb", "cgroup_device", "sk_msg", "raw_tracepoint", "cgroup_sock_addr", "lwt_seg6local", "lirc_mode2",
        "sk_reuseport", "flow_dissector", "cgroup_sysctl", "raw_tracepoint_writable", "cgroup_sockopt", "tracing", "struct_ops", "ext", "lsm",
        "sk_lookup", "syscall", "netfilter",
    ];

    /// <summary>The name of a map type.</summary>
    public static string OfMap(long number) => NameOf(s_maps, number);

    /// <summary>The name of a program type.</summary>
    public static string OfProgram(long number) => NameOf(s_programs, number);

    private static string NameOf(string[] names, long number) => number >= 0 && number < names.Length ? names[number] : $"{number}";
}
