namespace ProcFs.Grammar;

/// <summary>An object with 140 keys, more than the bits of two 64-bit words, as in <c>/proc/vmstat</c>.</summary>
[Fields]
internal sealed partial class ManyKeys
{
    [Key("key0")] public long? Key0 { get; private set; }

    [Key("key1")] public long? Key1 { get; private set; }

    [Key("key2")] public long? Key2 { get; private set; }

    [Key("key3")] public long? Key3 { get; private set; }

    [Key("key4")] public long? Key4 { get; private set; }

    [Key("key5")] public long? Key5 { get; private set; }

    [Key("key6")] public long? Key6 { get; private set; }

    [Key("key7")] public long? Key7 { get; private set; }

    [Key("key8")] public long? Key8 { get; private set; }

    [Key("key9")] public long? Key9 { get; private set; }

    [Key("key10")] public long? Key10 { get; private set; }

    [Key("key11")] public long? Key11 { get; private set; }

    [Key("key12")] public long? Key12 { get; private set; }

    [Key("key13")] public long? Key13 { get; private set; }

    [Key("key14")] public long? Key14 { get; private set; }

    [Key("key15")] public long? Key15 { get; private set; }

    [Key("key16")] public long? Key16 { get; private set; }

    [Key("key17")] public long? Key17 { get; private set; }

    [Key("key18")] public long? Key18 { get; private set; }

    [Key("key19")] public long? Key19 { get; private set; }

    [Key("key20")] public long? Key20 { get; private set; }

    [Key("key21")] public long? Key21 { get; private set; }

    [Key("key22")] public long? Key22 { get; private set; }

    [Key("key23")] public long? Key23 { get; private set; }

    [Key("key24")] public long? Key24 { get; private set; }

    [Key("key25")] public long? Key25 { get; private set; }

    [Key("key26")] public long? Key26 { get; private set; }

    [Key("key27")] public long? Key27 { get; private set; }

    [Key("key28")] public long? Key28 { get; private set; }

    [Key("key29")] public long? Key29 { get; private set; }

    [Key("key30")] public long? Key30 { get; private set; }

    [Key("key31")] public long? Key31 { get; private set; }

    [Key("key32")] public long? Key32 { get; private set; }

    [Key("key33")] public long? Key33 { get; private set; }

    [Key("key34")] public long? Key34 { get; private set; }

    [Key("key35")] public long? Key35 { get; private set; }

    [Key("key36")] public long? Key36 { get; private set; }

    [Key("key37")] public long? Key37 { get; private set; }

    [Key("key38")] public long? Key38 { get; private set; }

    [Key("key39")] public long? Key39 { get; private set; }

    [Key("key40")] public long? Key40 { get; private set; }

    [Key("key41")] public long? Key41 { get; private set; }

    [Key("key42")] public long? Key42 { get; private set; }

    [Key("key43")] public long? Key43 { get; private set; }

    [Key("key44")] public long? Key44 { get; private set; }

    [Key("key45")] public long? Key45 { get; private set; }

    [Key("key46")] public long? Key46 { get; private set; }

    [Key("key47")] public long? Key47 { get; private set; }

    [Key("key48")] public long? Key48 { get; private set; }

    [Key("key49")] public long? Key49 { get; private set; }

    [Key("key50")] public long? Key50 { get; private set; }

    [Key("key51")] public long? Key51 { get; private set; }

    [Key("key52")] public long? Key52 { get; private set; }

    [Key("key53")] public long? Key53 { get; private set; }

    [Key("key54")] public long? Key54 { get; private set; }

    [Key("key55")] public long? Key55 { get; private set; }

    [Key("key56")] public long? Key56 { get; private set; }

    [Key("key57")] public long? Key57 { get; private set; }

    [Key("key58")] public long? Key58 { get; private set; }

    [Key("key59")] public long? Key59 { get; private set; }

    [Key("key60")] public long? Key60 { get; private set; }

    [Key("key61")] public long? Key61 { get; private set; }

    [Key("key62")] public long? Key62 { get; private set; }

    [Key("key63")] public long? Key63 { get; private set; }

    [Key("key64")] public long? Key64 { get; private set; }

    [Key("key65")] public long? Key65 { get; private set; }

    [Key("key66")] public long? Key66 { get; private set; }

    [Key("key67")] public long? Key67 { get; private set; }

    [Key("key68")] public long? Key68 { get; private set; }

    [Key("key69")] public long? Key69 { get; private set; }

    [Key("key70")] public long? Key70 { get; private set; }

    [Key("key71")] public long? Key71 { get; private set; }

    [Key("key72")] public long? Key72 { get; private set; }

    [Key("key73")] public long? Key73 { get; private set; }

    [Key("key74")] public long? Key74 { get; private set; }

    [Key("key75")] public long? Key75 { get; private set; }

    [Key("key76")] public long? Key76 { get; private set; }

    [Key("key77")] public long? Key77 { get; private set; }

    [Key("key78")] public long? Key78 { get; private set; }

    [Key("key79")] public long? Key79 { get; private set; }

    [Key("key80")] public long? Key80 { get; private set; }

    [Key("key81")] public long? Key81 { get; private set; }

    [Key("key82")] public long? Key82 { get; private set; }

    [Key("key83")] public long? Key83 { get; private set; }

    [Key("key84")] public long? Key84 { get; private set; }

    [Key("key85")] public long? Key85 { get; private set; }

    [Key("key86")] public long? Key86 { get; private set; }

    [Key("key87")] public long? Key87 { get; private set; }

    [Key("key88")] public long? Key88 { get; private set; }

    [Key("key89")] public long? Key89 { get; private set; }

    [Key("key90")] public long? Key90 { get; private set; }

    [Key("key91")] public long? Key91 { get; private set; }

    [Key("key92")] public long? Key92 { get; private set; }

    [Key("key93")] public long? Key93 { get; private set; }

    [Key("key94")] public long? Key94 { get; private set; }

    [Key("key95")] public long? Key95 { get; private set; }

    [Key("key96")] public long? Key96 { get; private set; }

    [Key("key97")] public long? Key97 { get; private set; }

    [Key("key98")] public long? Key98 { get; private set; }

    [Key("key99")] public long? Key99 { get; private set; }

    [Key("key100")] public long? Key100 { get; private set; }

    [Key("key101")] public long? Key101 { get; private set; }

    [Key("key102")] public long? Key102 { get; private set; }

    [Key("key103")] public long? Key103 { get; private set; }

    [Key("key104")] public long? Key104 { get; private set; }

    [Key("key105")] public long? Key105 { get; private set; }

    [Key("key106")] public long? Key106 { get; private set; }

    [Key("key107")] public long? Key107 { get; private set; }

    [Key("key108")] public long? Key108 { get; private set; }

    [Key("key109")] public long? Key109 { get; private set; }

    [Key("key110")] public long? Key110 { get; private set; }

    [Key("key111")] public long? Key111 { get; private set; }

    [Key("key112")] public long? Key112 { get; private set; }

    [Key("key113")] public long? Key113 { get; private set; }

    [Key("key114")] public long? Key114 { get; private set; }

    [Key("key115")] public long? Key115 { get; private set; }

    [Key("key116")] public long? Key116 { get; private set; }

    [Key("key117")] public long? Key117 { get; private set; }

    [Key("key118")] public long? Key118 { get; private set; }

    [Key("key119")] public long? Key119 { get; private set; }

    [Key("key120")] public long? Key120 { get; private set; }

    [Key("key121")] public long? Key121 { get; private set; }

    [Key("key122")] public long? Key122 { get; private set; }

    [Key("key123")] public long? Key123 { get; private set; }

    [Key("key124")] public long? Key124 { get; private set; }

    [Key("key125")] public long? Key125 { get; private set; }

    [Key("key126")] public long? Key126 { get; private set; }

    [Key("key127")] public long? Key127 { get; private set; }

    [Key("key128")] public long? Key128 { get; private set; }

    [Key("key129")] public long? Key129 { get; private set; }

    [Key("key130")] public long? Key130 { get; private set; }

    [Key("key131")] public long? Key131 { get; private set; }

    [Key("key132")] public long? Key132 { get; private set; }

    [Key("key133")] public long? Key133 { get; private set; }

    [Key("key134")] public long? Key134 { get; private set; }

    [Key("key135")] public long? Key135 { get; private set; }

    [Key("key136")] public long? Key136 { get; private set; }

    [Key("key137")] public long? Key137 { get; private set; }

    [Key("key138")] public long? Key138 { get; private set; }

    [Key("key139")] public long? Key139 { get; private set; }

    public partial IReadOnlyDictionary<string, string> Additional { get; }

    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }
}
