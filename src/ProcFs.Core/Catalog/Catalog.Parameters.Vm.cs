namespace ProcFs;

public static partial class Catalog
{
    private static CatalogEntry[] VmParameterEntries() =>
    [
        .. Section("Parameters/Vm", "folder",
        [
            Directory("sys/vm", "memory management and writeback"),
        ]),

        .. Section("Parameters/Vm", "writeback of dirty pages",
        [
            Parameter("sys/vm/block_dump", "whether block I/O is logged (before Linux 5.13), 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/dirty_background_bytes", "dirty memory that starts background writeback, bytes; 0 uses ratio", Access.ReadWrite),
            Parameter("sys/vm/dirty_background_ratio", "dirty memory that starts background writeback, %", Access.ReadWrite),
            Parameter("sys/vm/dirty_bytes", "dirty memory at which writers must write back, bytes; 0 uses ratio", Access.ReadWrite),
            Parameter("sys/vm/dirty_expire_centisecs", "age at which dirty data must be written, 1/100 s", Access.ReadWrite),
            Parameter("sys/vm/dirty_ratio", "dirty memory at which writers must write back, %", Access.ReadWrite),
            Parameter("sys/vm/dirty_writeback_centisecs", "interval between writebacks, 1/100 s; 0 off", Access.ReadWrite),
            Parameter("sys/vm/dirtytime_expire_seconds", "age at which lazy timestamps are written, s", Access.ReadWrite),
            Parameter("sys/vm/highmem_is_dirtyable", "whether high memory counts toward dirty limits, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/laptop_mode", "delay between a disk access and writeback, s; 0 off", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "reclaim and caches",
        [
            Parameter("sys/vm/drop_caches", "drops clean caches: 1 pages, 2 dentries and inodes, 3 both", Access.Write),
            Parameter("sys/vm/lowmem_reserve_ratio", "divisors for the reserve in lower zones", Access.ReadWrite),
            Parameter("sys/vm/min_free_kbytes", "memory kept free, kB; too high triggers OOM kills at once", Access.ReadWrite),
            Parameter("sys/vm/min_slab_ratio", "reclaimable slab that starts zone reclaim, % of the zone", Access.ReadWrite),
            Parameter("sys/vm/min_unmapped_ratio", "unmapped pages that start zone reclaim, % of the zone", Access.ReadWrite),
            Parameter("sys/vm/page-cluster", "pages read from swap at once, as a power of two", Access.ReadWrite),
            Parameter("sys/vm/percpu_pagelist_fraction", "former fraction of pages in per-CPU lists, as a divisor", Access.ReadWrite),
            Parameter("sys/vm/percpu_pagelist_high_fraction", "fraction of a zone in per-CPU lists, as a divisor", Access.ReadWrite),
            Parameter("sys/vm/swappiness", "tendency to swap instead of dropping file pages, 0 to 200", Access.ReadWrite),
            Parameter("sys/vm/vfs_cache_pressure", "reclaim of dentries and inodes; 100 balanced, 0 never", Access.ReadWrite),
            Parameter("sys/vm/vfs_cache_pressure_denom", "divisor of vfs_cache_pressure", Access.ReadWrite),
            Parameter("sys/vm/watermark_boost_factor", "watermark boost on fragmentation, 1/10000", Access.ReadWrite),
            Parameter("sys/vm/watermark_scale_factor", "distance between zone watermarks, 1/10000 of memory", Access.ReadWrite),
            Parameter("sys/vm/zone_reclaim_mode", "reclaim in the local NUMA node first, bit mask", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "overcommit and out of memory",
        [
            Parameter("sys/vm/admin_reserve_kbytes", "memory reserved for root, kB", Access.ReadWrite),
            Parameter("sys/vm/oom_dump_tasks", "whether the OOM killer logs all tasks, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/oom_kill_allocating_task", "whether the OOM killer kills the allocating task, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/overcommit_kbytes", "commit limit in addition to swap, kB; 0 uses the ratio", Access.ReadWrite),
            Parameter("sys/vm/overcommit_memory", "overcommit: 0 heuristic, 1 always, 2 never beyond the limit", Access.ReadWrite),
            Parameter("sys/vm/overcommit_ratio", "RAM counted in the commit limit, %", Access.ReadWrite),
            Parameter("sys/vm/panic_on_oom", "panic when out of memory: 0 no, 1 if global, 2 always", Access.ReadWrite),
            Parameter("sys/vm/user_reserve_kbytes", "memory reserved for recovery by a user, kB", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "compaction and huge pages",
        [
            Parameter("sys/vm/compact_memory", "1 compacts all memory zones at once", Access.Write),
            Parameter("sys/vm/compact_unevictable_allowed", "whether locked pages may be moved, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/compaction_proactiveness", "aggressiveness of background compaction, 0 to 100", Access.ReadWrite),
            Parameter("sys/vm/defrag_mode", "whether allocations try harder to avoid fragmentation", Access.ReadWrite),
            Parameter("sys/vm/extfrag_threshold", "fragmentation index that triggers compaction, 0 to 1000", Access.ReadWrite),
            Parameter("sys/vm/hugepages_treat_as_movable", "whether huge pages can be in movable zones", Access.ReadWrite),
            Parameter("sys/vm/hugetlb_optimize_vmemmap", "whether huge pages free their page structs", Access.ReadWrite),
            Parameter("sys/vm/hugetlb_shm_group", "group that may use huge pages in shared memory", Access.ReadWrite),
            Parameter("sys/vm/nr_hugepages", "number of preallocated huge pages", Access.ReadWrite),
            Parameter("sys/vm/nr_hugepages_mempolicy", "number of huge pages, by the NUMA policy of the writer", Access.ReadWrite),
            Parameter("sys/vm/nr_overcommit_hugepages", "huge pages allowed beyond the preallocated ones", Access.ReadWrite),
            Parameter("sys/vm/nr_trim_pages", "excess pages to trim, without an MMU", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "address space of processes",
        [
            Parameter("sys/vm/legacy_va_layout", "whether the old mmap layout is used, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/max_map_count", "maximum memory mappings per process", Access.ReadWrite),
            Parameter("sys/vm/memfd_noexec", "memfd: 0 executable, 1 on request only, 2 never executable", Access.ReadWrite),
            Parameter("sys/vm/mmap_min_addr", "lowest address that may be mapped, bytes", Access.ReadWrite),
            Parameter("sys/vm/mmap_rnd_bits", "random bits in mapping addresses", Access.ReadWrite),
            Parameter("sys/vm/mmap_rnd_compat_bits", "random bits in mapping addresses of 32-bit programs", Access.ReadWrite),
            Parameter("sys/vm/unprivileged_userfaultfd", "whether users can handle kernel faults, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/vdso_enabled", "whether 32-bit programs get the vDSO (x86)", Access.ReadWrite),
        ]),

        .. Section("Parameters/Vm", "failing memory, statistics and NUMA",
        [
            Parameter("sys/vm/enable_soft_offline", "whether failing pages can be taken offline, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/mem_profiling", "whether allocations are counted by code location, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/memory_failure_early_kill", "whether users of a corrupt page are killed at once, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/memory_failure_recovery", "whether to recover from memory failures, 0 (panic) or 1", Access.ReadWrite),
            Parameter("sys/vm/numa_stat", "whether NUMA statistics are kept, 0 or 1", Access.ReadWrite),
            Parameter("sys/vm/numa_zonelist_order", "zone order between nodes; only node", Access.ReadWrite),
            Parameter("sys/vm/page_lock_unfairness", "times a page lock can be stolen from a waiter", Access.ReadWrite),
            Parameter("sys/vm/stat_interval", "interval between updates of the vmstat counters, s", Access.ReadWrite),
            Parameter("sys/vm/stat_refresh", "updates the vmstat counters of all CPUs on access", Access.Write),
        ]),

        .. Section("Parameters/Vm", "IBM mainframes",
        [
            Parameter("sys/vm/allocate_pgste", "whether all processes can host virtual machines (s390)", Access.ReadWrite),
            Parameter("sys/vm/cmm_pages", "pages taken from the guest permanently (s390)", Access.ReadWrite),
            Parameter("sys/vm/cmm_timed_pages", "pages taken from the guest temporarily (s390)", Access.ReadWrite),
            Parameter("sys/vm/cmm_timeout", "pages returned per interval in seconds (s390)", Access.ReadWrite),
        ]),
    ];
}
