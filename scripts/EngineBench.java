import dev.holdfast.secrets.engine.Anchor;
import dev.holdfast.secrets.engine.Assignment;
import dev.holdfast.secrets.engine.CandidateFilter;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.vector.FilterPolicy;
import dev.holdfast.secrets.rule.RuleSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Measures the engine over a folder of published scripts, in memory, one thread, by CPU time. Run by
 * {@code scripts/bench engine --corpus DIR [--megabytes N] [--rounds N]}; with {@code --frequencies}
 * it prints the count of bytes that the vector path's buckets are made from.
 */
final class EngineBench {
    private static final List<String> ENDINGS = List.of(".js", ".mjs", ".cjs", ".css", ".map");
    // Stand-ins for rules that look near a word; the rules themselves are not written yet.
    private static final List<String> WORDS =
            List.of(
                    "token", "secret", "passw", "apikey", "api_key", "api-key", "credential",
                    "auth", "private_key", "access_key", "bearer", "client_secret", "account",
                    "connectionstring", "pwd");
    private static final List<String> PROVIDERS =
            List.of(
                    "netlify", "datadog", "heroku", "algolia", "amplitude", "asana", "atlassian",
                    "auth0", "bitbucket", "bugsnag", "circleci", "cloudinary", "coinbase",
                    "confluent", "contentful", "databricks", "dropbox", "dynatrace", "elastic",
                    "facebook", "fastly", "firebase", "freshdesk", "gitter", "grafana", "hubspot",
                    "intercom", "jenkins", "launchdarkly", "linkedin", "mailchimp", "mailgun",
                    "mapbox", "mattermost", "messagebird", "newrelic", "okta", "opsgenie",
                    "pagerduty", "paypal", "plaid", "postmark", "pusher", "rapidapi", "segment",
                    "sendgrid", "sentry", "shodan", "snyk", "sonar", "splunk", "square",
                    "sumologic", "telegram", "travis", "trello", "twitch", "twitter", "typeform",
                    "vercel", "wakatime", "yandex", "zendesk");

    private record Content(String name, byte[] bytes) {}

    private static final class Near implements Recognizer {
        private final List<String> keywords;

        Near(List<String> keywords) {
            this.keywords = keywords;
        }

        @Override
        public List<String> anchors() {
            return List.of();
        }

        @Override
        public List<String> keywords() {
            return keywords;
        }

        @Override
        public Match at(byte[] bytes, int length, int anchor) {
            int value = Assignment.value(bytes, length, anchor + 3, 16);
            if (value != Assignment.NONE) {
                long seen = 0;
                for (int i = value; i < value + 16; i++) {
                    seen |= 1L << bytes[i];
                }
                sunk += Long.bitCount(seen);
            }
            return null;
        }

        @Override
        public int reach() {
            return 128;
        }

        @Override
        public boolean startsAtAnchor() {
            return true;
        }
    }

    /** Adds up the time that one recogniser takes. */
    private static final class Timed implements Recognizer {
        private final Recognizer other;
        private long nanos;
        private long asked;

        Timed(Recognizer other) {
            this.other = other;
        }

        @Override
        public List<String> anchors() {
            return other.anchors();
        }

        @Override
        public List<String> keywords() {
            return other.keywords();
        }

        @Override
        public Match at(byte[] bytes, int length, int anchor) {
            long start = System.nanoTime();
            Match match = other.at(bytes, length, anchor);
            nanos += System.nanoTime() - start;
            asked++;
            return match;
        }

        @Override
        public int reach() {
            return other.reach();
        }

        String name() {
            return other instanceof Near near
                    ? "keyword " + near.keywords.getFirst()
                    : other.getClass().getSimpleName() + " " + other.anchors().getFirst();
        }
    }

    private static long sunk;

    private EngineBench() {}

    public static void main(String[] args) throws Exception {
        Path corpus = null;
        long megabytes = 540;
        int rounds = 6;
        boolean frequencies = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--corpus" -> corpus = Path.of(args[++i]);
                case "--megabytes" -> megabytes = Long.parseLong(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--frequencies" -> frequencies = true;
                default -> usage();
            }
        }
        if (corpus == null) {
            usage();
        }
        List<Content> contents = read(corpus, megabytes * 1_000_000);
        long bytes = contents.stream().mapToLong(each -> each.bytes().length).sum();
        if (frequencies) {
            frequencies(contents, bytes);
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "Machine: %s, %d processors, JDK %s, flags `%s`. %,d files, %.1f MB, in memory,"
                        + " one thread, CPU time.%n%n",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()),
                contents.size(),
                bytes / 1e6);
        List<Recognizer> prefixed = RuleSet.firstClass().recognizers();
        List<Recognizer> everything = new ArrayList<>(prefixed);
        everything.add(new Near(WORDS));
        PROVIDERS.forEach(each -> everything.add(new Near(List.of(each))));
        System.out.println(
                "| path | rules | first round MB/s | median MB/s | candidates per KB"
                        + " | slowest file of 1 MB or more |");
        System.out.println("|---|---|---:|---:|---:|---|");
        paths(contents, bytes, rounds, "prefixed", prefixed);
        paths(contents, bytes, rounds, "everything", everything);
        shares(contents, everything);
    }

    private static void paths(
            List<Content> contents, long bytes, int rounds, String rules, List<Recognizer> all) {
        FilterPolicy here = FilterPolicy.ofThisJvm(0);
        for (FilterPolicy policy : List.of(FilterPolicy.scalar(), here)) {
            boolean vector = policy.choosesVectors(bytes);
            if (policy == here && !vector) {
                System.out.println("| vector | not there | | | | |");
                continue;
            }
            Function<List<Anchor>, CandidateFilter> filters = policy.filters(bytes);
            long[] candidates = {0};
            Engine engine = Engine.of(all, List.of(), filters);
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                long start = cpu();
                for (Content each : contents) {
                    sunk += engine.scan(each.bytes(), each.bytes().length).size();
                }
                rates.add(bytes * 1e3 / (cpu() - start));
            }
            String slowest = slowest(contents, engine);
            Engine counting =
                    Engine.of(all, List.of(), anchors -> counting(filters.apply(anchors), candidates));
            contents.forEach(each -> counting.scan(each.bytes(), each.bytes().length));
            List<Double> warm = rates.subList(1, rates.size()).stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %.0f | %.2f | %s |%n",
                    vector ? "vector" : "scalar",
                    rules,
                    rates.getFirst(),
                    warm.get(warm.size() / 2),
                    candidates[0] * 1024.0 / bytes,
                    slowest);
        }
    }

    private static CandidateFilter counting(CandidateFilter filter, long[] count) {
        return (bytes, length, from, to, sink) ->
                filter.scan(
                        bytes,
                        length,
                        from,
                        to,
                        at -> {
                            count[0]++;
                            sink.candidate(at);
                        });
    }

    private static String slowest(List<Content> contents, Engine engine) {
        double least = Double.MAX_VALUE;
        String name = "none";
        for (Content each : contents) {
            if (each.bytes().length >= 1_000_000) {
                long start = cpu();
                sunk += engine.scan(each.bytes(), each.bytes().length).size();
                double rate = each.bytes().length * 1e3 / (cpu() - start);
                if (rate < least) {
                    least = rate;
                    name = each.name();
                }
            }
        }
        return String.format(Locale.ROOT, "%.0f MB/s, `%s`", least, name);
    }

    private static void shares(List<Content> contents, List<Recognizer> all) {
        List<Timed> timed = all.stream().map(Timed::new).toList();
        Engine engine = Engine.of(List.copyOf(timed), List.of());
        long wall = 0;
        for (int round = 0; round < 3; round++) {
            timed.forEach(
                    each -> {
                        each.nanos = 0;
                        each.asked = 0;
                    });
            long start = System.nanoTime();
            contents.forEach(each -> engine.scan(each.bytes(), each.bytes().length));
            wall = System.nanoTime() - start;
        }
        System.out.println("\n| rule | asked | share of the scalar path's time, with the clock's |");
        System.out.println("|---|---:|---:|");
        double all100 = wall / 100.0;
        timed.stream()
                .sorted(Comparator.comparingLong((Timed each) -> each.nanos).reversed())
                .limit(8)
                .forEach(
                        each ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "| %s | %,d | %.1f %% |%n",
                                        each.name(),
                                        each.asked,
                                        each.nanos / all100));
    }

    private static void frequencies(List<Content> contents, long bytes) {
        long[] counts = new long[256];
        for (Content each : contents) {
            for (byte one : each.bytes()) {
                counts[one & 0xFF]++;
            }
        }
        for (int each = 0; each < 128; each++) {
            System.out.print(Math.max(1, Math.round(counts[each] * 1e5 / bytes)));
            System.out.print(each % 16 == 15 ? ",\n" : ", ");
        }
    }

    /** The same files on every machine: in the order of the hashes of their paths. */
    private static List<Content> read(Path corpus, long most) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        Map<String, Path> ordered = new TreeMap<>();
        try (Stream<Path> all = Files.walk(corpus)) {
            for (Path each : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = corpus.relativize(each).toString();
                if (ENDINGS.stream().anyMatch(name::endsWith)) {
                    ordered.put(HexFormat.of().formatHex(sha.digest(name.getBytes("UTF-8"))), each);
                }
            }
        }
        List<Content> contents = new ArrayList<>();
        long left = most;
        for (Path each : ordered.values()) {
            long size = Files.size(each);
            if (size <= left) {
                left -= size;
                contents.add(
                        new Content(corpus.relativize(each).toString(), Files.readAllBytes(each)));
            }
            // Small files alone would fill the last of it.
            if (left < most / 200) {
                break;
            }
        }
        return contents;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            for (String line : Files.readAllLines(info)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return System.getProperty("os.arch");
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void usage() {
        System.err.println(
                "usage: scripts/bench engine --corpus DIR [--megabytes N] [--rounds N]"
                        + " [--frequencies]");
        System.exit(2);
    }
}
