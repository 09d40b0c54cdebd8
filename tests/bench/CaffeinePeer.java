// SPDX-License-Identifier: GPL-3.0-or-later
//
// Caffeine with the workload of bench_memory.cpp: zipf 0.99 over 1 M keys, of which 100 000 values of about
// 2 KB are held; get, getAllPresent of 64 keys, and 95 gets to 5 puts, with one and with two threads. Rounds alternate; each figure is
// the median of the rounds, without the first two, which warm up the compiler. A copy of the key is stored, so that
// a hit compares bytes as ours does. But a String caches its hash, which ours computes for each get, and this cache
// does not check the version of the file, the age of the value and its number of uses.
// By default the policy and the garbage collector run in separate threads: "one thread" then uses nearly two
// processors. So the processor time of all threads is printed beside the speed. With "inline" the policy runs in the
// calling thread, which with -XX:+UseParallelGC is the work of one processor, as with ours.
//   java -Xms1g -Xmx1g -cp /usr/share/java/caffeine.jar CaffeinePeer.java [rounds] [operations a thread] [inline]
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

public final class CaffeinePeer {
    private static final int KEYS = 1_000_000;
    private static final int HELD = 100_000;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int BATCH = 64;
    private static final int NO_PUTS_BUT_BATCHES = -1;

    private static final String[] paths = new String[KEYS];
    private static final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static Cache<String, byte[]> cache;
    private static String name = "caffeine";
    private static final Map<String, List<Double>> figures = new TreeMap<>();
    private static final LongAdder sum = new LongAdder(); // so that no get is optimized away

    private static long mixed(long key) {
        return key * 0x9E3779B97F4A7C15L;
    }

    private static String pathOf(int key) {
        return String.format("/data/archive/%04x/frame-%08d.fits", mixed(key) >>> 48, key);
    }

    private static byte[] valueOf(int key) {
        byte[] value = new byte[1536 + (int) ((mixed(key) >>> 40) % 1025)];
        Arrays.fill(value, (byte) 'x');
        return value;
    }

    private static void put(int key) {
        cache.put(new String(paths[key].toCharArray()), valueOf(key));
    }

    // Rank r is key r * prime mod keys, so that hot keys are not adjacent.
    private static int[] zipf(int count, long seed) {
        double[] cumulative = new double[KEYS];
        double total = 0;
        for (int rank = 0; rank < KEYS; ++rank)
            cumulative[rank] = total += 1 / Math.pow(rank + 1.0, 0.99);
        Random random = new Random(seed);
        int[] keys = new int[count];
        for (int i = 0; i < count; ++i) {
            int at = Arrays.binarySearch(cumulative, random.nextDouble() * total);
            long rank = Math.min(at < 0 ? -at - 1 : at, KEYS - 1);
            keys[i] = (int) (rank * 611_953 % KEYS);
        }
        return keys;
    }

    // A simple generator for each thread: java.util.Random is shared state, updated atomically.
    private static void run(int[] keys, int putPercent, int thread) {
        long state = mixed(thread + 1);
        long total = 0;
        for (int key : keys) {
            if (putPercent > 0) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                if ((state >>> 1) % 100 < putPercent) {
                    put(key);
                    continue;
                }
            }
            byte[] value = cache.getIfPresent(paths[key]);
            if (value != null)
                total += value[0] + value[value.length - 1];
        }
        sum.add(total);
    }

    private static void runBatches(int[] keys) {
        long total = 0;
        List<String> batch = new ArrayList<>(BATCH);
        for (int first = 0; first + BATCH <= keys.length; first += BATCH) {
            batch.clear();
            for (int i = 0; i < BATCH; ++i)
                batch.add(paths[keys[first + i]]);
            for (byte[] value : cache.getAllPresent(batch).values())
                total += value[0] + value[value.length - 1];
        }
        sum.add(total);
    }

    // putPercent: NO_PUTS_BUT_BATCHES for batches.
    private static void measure(String operation, int threadCount, int putPercent, int[][] keys, boolean isCounted)
            throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(threadCount + 1);
        Thread[] threads = new Thread[threadCount];
        for (int thread = 0; thread < threadCount; ++thread) {
            int index = thread;
            threads[thread] = new Thread(() -> {
                ready.countDown();
                try {
                    ready.await();
                } catch (InterruptedException stopped) {
                    return;
                }
                if (putPercent == NO_PUTS_BUT_BATCHES)
                    runBatches(keys[index]);
                else
                    run(keys[index], putPercent, index);
            });
            threads[thread].start();
        }
        while (ready.getCount() > 1)
            Thread.onSpinWait();
        long cpuBefore = system.getProcessCpuTime();
        long started = System.nanoTime();
        ready.countDown();
        for (Thread thread : threads)
            thread.join();
        double took = (System.nanoTime() - started) / 1e9;
        double cpu = (system.getProcessCpuTime() - cpuBefore) / 1e9;
        if (isCounted) {
            double operations = (double) keys[0].length * threadCount;
            String figure = name + "_" + operation + "_" + threadCount + "t";
            figures.computeIfAbsent(figure + "_mops", unused -> new ArrayList<>()).add(operations / took / 1e6);
            figures.computeIfAbsent(figure + "_cpu_ns", unused -> new ArrayList<>()).add(cpu / operations * 1e9);
        }
    }

    // Fills the cache read-through, so that its own policy decides what it holds.
    private static void warm(int[] keys) {
        for (int key : keys) {
            if (cache.getIfPresent(paths[key]) == null)
                put(key);
        }
        cache.cleanUp();
    }

    public static void main(String[] arguments) throws InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int operations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000_000;
        Caffeine<Object, Object> builder = Caffeine.newBuilder().maximumSize(HELD);
        if (arguments.length > 2 && arguments[2].equals("inline")) {
            name = "caffeine_inline";
            builder.executor(Runnable::run);
        }
        cache = builder.build();
        for (int key = 0; key < KEYS; ++key)
            paths[key] = pathOf(key);
        int[][] keys = {zipf(operations, 1), zipf(operations, 2)};
        warm(zipf(3_000_000, 99));
        for (int round = -WARM_UP_ROUNDS; round < rounds; ++round) {
            for (int threads = 1; threads <= 2; ++threads) {
                measure("get", threads, 0, keys, round >= 0);
                measure("many64", threads, NO_PUTS_BUT_BATCHES, keys, round >= 0);
                measure("mixed", threads, 5, keys, round >= 0);
            }
        }
        long hits = 0;
        for (int key : keys[0])
            hits += cache.getIfPresent(paths[key]) == null ? 0 : 1;
        figures.forEach((figure, values) -> {
            values.sort(null);
            System.out.printf("%s=%.3f%n", figure, values.get(values.size() / 2));
        });
        System.out.printf("%s_hit_ratio=%.3f%n%s_entries=%d%n", name, (double) hits / operations,
                name, cache.estimatedSize());
        if (sum.sum() == 0)
            throw new IllegalStateException("no get found a value");
    }
}
