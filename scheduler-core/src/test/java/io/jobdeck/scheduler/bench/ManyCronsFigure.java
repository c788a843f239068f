package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.producer.QuartzCronSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * 10 000 crons, no two the same, each of which fires once a minute. First the whole scheduler with the firings spread over
 * the minute, from the second that a cron names to the ACCEPT of its job's task; then the crons alone, all at one second.
 */
final class ManyCronsFigure implements Figure {

    private static final int CRONS = 10_000;
    private static final int MINUTES = 3;
    private static final int AGENTS = 100;
    private static final int CPUS = 64;
    private static final int FIRST_YEAR = 2027;
    private static final int YEARS = 72;
    private static final List<String> EVERY_HOUR = List.of("*", "0-23", "0/1");
    private static final long MOST_LATE = TimeUnit.SECONDS.toNanos(1);

    @Override
    public String name() {
        return "crons";
    }

    @Override
    public List<Row> measure() throws Exception {
        return List.of(spread(), atOnce());
    }

    /** Returns a cron that fires at this second of every minute; different for every number below 72 * 3 * 3. */
    private static String cron(int second, int number) {
        int year = FIRST_YEAR + number % YEARS;
        String hours = EVERY_HOUR.get(number / YEARS % EVERY_HOUR.size());
        String minutes = List.of("*", "0-59", "0/1").get(number / YEARS / EVERY_HOUR.size());
        return "%d %s %s * * ? 2020-%d".formatted(second, minutes, hours, year);
    }

    private static Row spread() throws Exception {
        try (Cluster cluster = Cluster.start(AGENTS, CPUS, 10); BenchScheduler scheduler = BenchScheduler.start(cluster)) {
            Estate estate = new Estate(scheduler.registry());
            estate.createApp();
            estate.createJobs("job", CRONS, 1, number -> cron(number % 60, number / 60), "simulate=20ms");
            Wait.pause(Duration.ofSeconds(15));
            scheduler.wire().reset();
            Samples late = new Samples();
            int expected = 0;
            Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
            Instant end = second.plus(Duration.ofMinutes(MINUTES));
            while (second.isBefore(end)) {
                expected += collect(scheduler.wire(), second, late);
                second = second.plusSeconds(1);
            }
            boolean met = late.percentile(1) <= MOST_LATE && late.count() == expected;
            return Row.of("10 000 crons over %d min: firing to ACCEPT".formatted(MINUTES), "none late by > 1 s",
                    "%d of %d firings, %s".formatted(late.count(), expected, late.summary()), met, "2.1.5: 5 s on average");
        }
    }

    /** Takes the launches of the jobs that fire at this second; they have until the second after the next. */
    private static int collect(Wire wire, Instant second, Samples late) throws InterruptedException {
        long due = Wait.nanosOf(second);
        int number = (int) (second.getEpochSecond() % 60);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due + TimeUnit.MILLISECONDS.toNanos(1950) - System.nanoTime()));
        int jobs = 0;
        for (int job = number; job < CRONS; job += 60) {
            jobs++;
            Long accept = wire.takeAcceptOf("job" + job);
            if (accept != null) {
                late.add(accept - due);
            }
        }
        return jobs;
    }

    private static Row atOnce() throws Exception {
        Map<String, Integer> fired = new HashMap<>();
        Samples late = new Samples();
        int second = (Instant.now().atZone(ZoneId.systemDefault()).getSecond() + 40) % 60;
        try (QuartzCronSource crons = new QuartzCronSource("bench", ZoneId.systemDefault(), cron -> {
            long now = System.currentTimeMillis();
            synchronized (fired) {
                fired.merge(cron, 1, Integer::sum);
                late.add(TimeUnit.MILLISECONDS.toNanos(Math.floorMod(now - second * 1000L, 60_000L)));
            }
        })) {
            List<String> texts = new ArrayList<>();
            for (int number = 0; number < CRONS; number++) {
                texts.add("%d %s * %s * ? 2020-%d".formatted(second, List.of("*", "0-59", "0/1").get(number % 3),
                        "1-31" + ",1".repeat(number / 3 / YEARS), FIRST_YEAR + number / 3 % YEARS));
            }
            texts.stream().distinct().forEach(crons::schedule);
            Wait.pause(Duration.ofSeconds(125));
        }
        synchronized (fired) {
            boolean all = fired.size() == CRONS && fired.values().stream().allMatch(times -> times >= 2);
            return Row.of("10 000 crons of one second, alone", "none late by > 1 s",
                    "%d firings, %s".formatted(late.count(), late.summary()),
                    all && late.percentile(1) <= MOST_LATE, "");
        }
    }
}
