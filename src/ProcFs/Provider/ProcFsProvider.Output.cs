using System.Management.Automation;

namespace ProcFs.Provider;

/// <summary>What the cmdlets emit on the drive. The engine offers the properties of these types behind a pipe, whatever the path is.</summary>
[OutputType(typeof(ProcEntry), typeof(ThreadInfo), typeof(KernelParameter), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(FileDescriptor), typeof(FileDescriptorInfo), typeof(Namespace), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(MemoryMapping), typeof(MemoryMappingUsage), typeof(NumaMapping), typeof(MappedFile), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(Mount), typeof(MountEntry), typeof(MountStatistics), typeof(CgroupMembership), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(EnvironmentVariable), typeof(AuxiliaryValue), typeof(ResourceLimit), typeof(ProcessChild), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(KernelStackFrame), typeof(LatencyRecord), typeof(PosixTimer), typeof(SeccompCacheEntry), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(KernelSymbol), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(ProcEntry), typeof(ProcessInfo), typeof(ThreadInfo), typeof(KernelParameter), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(ProcessStat), typeof(ProcessStatus), typeof(ProcessIo), typeof(ProcessArchStatus), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(ProcessSched), typeof(ProcessSchedStat), typeof(ProcessSystemCall), typeof(ProcessPersonality), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(ProcessMemory), typeof(ProcessMemorySizes), typeof(KsmStatistics), typeof(StackDepth), typeof(ResctrlGroups), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(FileDescriptor), typeof(FileDescriptorInfo), typeof(Namespace), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(MemoryMapping), typeof(MemoryMappingUsage), typeof(NumaMapping), typeof(MappedFile), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(Mount), typeof(MountEntry), typeof(MountStatistics), typeof(CgroupMembership), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(EnvironmentVariable), typeof(AuxiliaryValue), typeof(ResourceLimit), typeof(ProcessChild), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(KernelStackFrame), typeof(LatencyRecord), typeof(PosixTimer), typeof(SeccompCacheEntry), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(KernelSymbol), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(string), typeof(byte), ProviderCmdlet = ProviderCmdlet.GetContent)]
public sealed partial class ProcFsProvider
{
}
