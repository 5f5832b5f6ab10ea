namespace ProcFs;

public static partial class Catalog
{
    private static CatalogEntry[] VmParameterEntries() =>
    [
        .. Section("Parameters/Vm", "folder",
        [
            Directory("sys/vm", "memory management and write-back"),
        ]),

        .. Section("Parameters/Vm", "write-back of changed pages",
        [
            Parameter("sys/vm/block_dump", "whether block I/O is logged (before Linux 5.13), 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/dirty_background_bytes", "dirty bytes that start background write-back; 0 uses ratio", Access.ReadWrite),
            Parameter("sys/vm/dirty_background_ratio", "dirty share that starts background write-back, %", Access.ReadWrite),
            Parameter("sys/vm/dirty_bytes", "dirty bytes at which writers must write back; 0 uses ratio", Access.ReadWrite),
            Parameter("sys/vm/dirty_expire_centisecs", "age at which dirty data must be written, 1/100 s", Access.ReadWrite),
            Parameter("sys/vm/dirty_ratio", "dirty share at which writers must write back, %", Access.ReadWrite),
            Parameter("sys/vm/dirty_writeback_centisecs", "pause between write-backs, 1/100 s; 0 turns off", Access.ReadWrite),
            Parameter("sys/vm/dirtytime_expire_seconds", "age at which lazy time stamps are written, s", Access.ReadWrite),
            Parameter("sys/vm/highmem_is_dirtyable", "whether high memory counts for dirty limits, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/laptop_mode", "delay after a disk access until all is written, s; 0 off", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "reclaim and caches",
        [
            Parameter("sys/vm/drop_caches", "drops clean caches: 1 pages, 2 dentries and inodes, 3 both", Access.Write),
            Parameter("sys/vm/lowmem_reserve_ratio", "divisors of the reserve in lower zones", Access.ReadWrite),
            Parameter("sys/vm/min_free_kbytes", "memory kept free, kB; too high kills processes at once", Access.ReadWrite),
            Parameter("sys/vm/min_slab_ratio", "share of reclaimable slab that starts zone reclaim, %", Access.ReadWrite),
            Parameter("sys/vm/min_unmapped_ratio", "share of unmapped pages that starts zone reclaim, %", Access.ReadWrite),
            Parameter("sys/vm/page-cluster", "pages read from swap at once, power of two", Access.ReadWrite),
            Parameter("sys/vm/percpu_pagelist_fraction", "old share of pages in CPU lists, as a divisor", Access.ReadWrite),
            Parameter("sys/vm/percpu_pagelist_high_fraction", "share of a zone in CPU lists, as a divisor", Access.ReadWrite),
            Parameter("sys/vm/swappiness", "cost of swap against file reads, 0 (file) to 200 (swap)", Access.ReadWrite),
            Parameter("sys/vm/vfs_cache_pressure", "pressure on dentries and inodes; 100 fair, 0 never", Access.ReadWrite),
            Parameter("sys/vm/vfs_cache_pressure_denom", "divisor of vfs_cache_pressure", Access.ReadWrite),
            Parameter("sys/vm/watermark_boost_factor", "boost of reclaim on fragmentation, 1/10000", Access.ReadWrite),
            Parameter("sys/vm/watermark_scale_factor", "gap between zone watermarks, 1/10000 of memory", Access.ReadWrite),
            Parameter("sys/vm/zone_reclaim_mode", "reclaim in the own NUMA node first, bit mask", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "overcommit and out of memory",
        [
            Parameter("sys/vm/admin_reserve_kbytes", "memory kept for root, kB", Access.ReadWrite),
            Parameter("sys/vm/oom_dump_tasks", "whether the OOM killer logs all tasks, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/oom_kill_allocating_task", "whether OOM kills the caller, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/overcommit_kbytes", "commit limit beside swap, kB; 0 uses the ratio", Access.ReadWrite),
            Parameter("sys/vm/overcommit_memory", "promise of memory: 0 guess, 1 always, 2 never too much", Access.ReadWrite),
            Parameter("sys/vm/overcommit_ratio", "share of RAM in the commit limit, %", Access.ReadWrite),
            Parameter("sys/vm/panic_on_oom", "panic when out of memory: 0 no, 1 if global, 2 always", Access.ReadWrite),
            Parameter("sys/vm/user_reserve_kbytes", "memory kept for recovery by a user, kB", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "compaction and huge pages",
        [
            Parameter("sys/vm/compact_memory", "1 compacts all memory zones at once", Access.Write),
            Parameter("sys/vm/compact_unevictable_allowed", "whether locked pages may be moved, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/compaction_proactiveness", "eagerness of background compaction, 0 to 100", Access.ReadWrite),
            Parameter("sys/vm/defrag_mode", "whether allocations work harder against fragmentation", Access.ReadWrite),
            Parameter("sys/vm/extfrag_threshold", "fragmentation that favours compaction, 0 to 1000", Access.ReadWrite),
            Parameter("sys/vm/hugepages_treat_as_movable", "whether huge pages may lie in movable zones", Access.ReadWrite),
            Parameter("sys/vm/hugetlb_optimize_vmemmap", "whether huge pages free their page structs", Access.ReadWrite),
            Parameter("sys/vm/hugetlb_shm_group", "group that may use huge pages in shared memory", Access.ReadWrite),
            Parameter("sys/vm/nr_hugepages", "number of preallocated huge pages", Access.ReadWrite),
            Parameter("sys/vm/nr_hugepages_mempolicy", "number of huge pages, by NUMA policy of the writer", Access.ReadWrite),
            Parameter("sys/vm/nr_overcommit_hugepages", "huge pages allowed beyond the preallocated ones", Access.ReadWrite),
            Parameter("sys/vm/nr_trim_pages", "excess pages that are trimmed, without an MMU", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "address space of processes",
        [
            Parameter("sys/vm/legacy_va_layout", "whether the old mmap layout is used, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/max_map_count", "most memory mappings of a process", Access.ReadWrite),
            Parameter("sys/vm/memfd_noexec", "memfd: 0 executable, 1 only on request, 2 never executable", Access.ReadWrite),
            Parameter("sys/vm/mmap_min_addr", "lowest address that may be mapped, bytes", Access.ReadWrite),
            Parameter("sys/vm/mmap_rnd_bits", "random bits of mapping addresses", Access.ReadWrite),
            Parameter("sys/vm/mmap_rnd_compat_bits", "random bits of mapping addresses, 32-bit programs", Access.ReadWrite),
            Parameter("sys/vm/unprivileged_userfaultfd", "whether users may handle kernel faults, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/vdso_enabled", "whether 32-bit programs get the vDSO (x86)", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "failing memory, statistics and NUMA",
        [
            Parameter("sys/vm/enable_soft_offline", "whether failing pages may be taken out, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/mem_profiling", "whether allocations are counted by place, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/memory_failure_early_kill", "whether users of a bad page die at once, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/memory_failure_recovery", "whether bad memory is survived; 0 panics", Access.ReadWrite),
            Parameter("sys/vm/numa_stat", "whether NUMA statistics are kept, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/numa_zonelist_order", "order of zones between nodes; only node", Access.ReadWrite),
            Parameter("sys/vm/page_lock_unfairness", "times a page lock may be stolen from a waiter", Access.ReadWrite),
            Parameter("sys/vm/stat_interval", "pause between updates of vmstat counters, s", Access.ReadWrite),
            Parameter("sys/vm/stat_refresh", "brings vmstat up to date on all CPUs when accessed", Access.Write),
        ]),

        .. Section("Parameters/Vm", "IBM mainframes",
        [
            Parameter("sys/vm/allocate_pgste", "whether all processes can host virtual machines (s390)", Access.ReadWrite),
            Parameter("sys/vm/cmm_pages", "pages taken from the guest for good (s390)", Access.ReadWrite),
            Parameter("sys/vm/cmm_timed_pages", "pages taken from the guest for a time (s390)", Access.ReadWrite),
            Parameter("sys/vm/cmm_timeout", "pages given back per seconds (s390)", Access.ReadWrite),
        ]),
    ];
}
