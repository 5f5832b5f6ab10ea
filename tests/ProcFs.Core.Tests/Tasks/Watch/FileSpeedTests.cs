using System.Diagnostics;

namespace ProcFs;

public sealed class FileSpeedTests
{
    [Fact]
    public void Nothing_is_known_at_the_start()
    {
        var speed = default(FileSpeed);
        speed.Restart(0);
        Assert.Null(speed.BytesPerSecond);
    }

    [Fact]
    public void An_even_pace_is_the_speed_from_the_first_move_on()
    {
        var speed = default(FileSpeed);
        speed.Restart(0);
        for (int i = 1; i <= 50; i++)
        {
            speed.Add(1000, After(i * 0.1));
            Assert.Equal(10_000, speed.BytesPerSecond!.Value, tolerance: 1);
        }
    }

    [Fact]
    public void Uneven_steps_are_smoothed()
    {
        var speed = default(FileSpeed);
        speed.Restart(0);
        for (int i = 1; i <= 100; i++)
        {
            speed.Add(i % 2 == 0 ? 2000 : 0, After(i * 0.1));
        }

        Assert.InRange(speed.BytesPerSecond!.Value, 9_000, 11_000);
    }

    [Fact]
    public void Standing_still_brings_it_down()
    {
        var speed = default(FileSpeed);
        speed.Restart(0);
        speed.Add(100_000, After(0.1));
        speed.Add(0, After(5));
        Assert.InRange(speed.BytesPerSecond!.Value, 0, 5000);
    }

    [Fact]
    public void A_new_start_forgets()
    {
        var speed = default(FileSpeed);
        speed.Restart(0);
        speed.Add(100_000, After(0.1));
        speed.Restart(After(0.2));
        speed.Add(500, After(1.2));
        Assert.Equal(500, speed.BytesPerSecond!.Value, tolerance: 1);
    }

    private static long After(double seconds) => (long)(seconds * Stopwatch.Frequency);
}
