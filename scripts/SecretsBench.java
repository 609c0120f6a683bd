import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times the search for secrets as whole processes, interleaved, beside what is installed of its
 * peers and beside programs that only read. Prints Markdown tables.
 *
 * <p>{@code java scripts/SecretsBench.java ROOT JAVA_HOME --tree DIR --history REPOSITORY
 * [--runs N] [--write]}. Needs {@code time} (GNU) for processor time and memory.
 */
final class SecretsBench {
    private record Command(String name, List<String> words, Path folder) {}

    private record Measured(double wall, double cpu, double megabytes) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        Path page = root.resolve("docs/benchmarks.md");
        boolean write = Arrays.asList(args).contains("--write");
        int runs = Integer.parseInt(option(args, "--runs").orElse("5"));
        Optional<String> tree = option(args, "--tree");
        Optional<String> history = option(args, "--history");
        if (tree.isEmpty() && history.isEmpty()) {
            System.err.println("name at least one of --tree DIR and --history REPOSITORY");
            System.exit(2);
        }
        String holdfast = root.resolve("cli/target/holdfast/bin/holdfast").toString();
        if (tree.isPresent()) {
            Path folder = Path.of(tree.get()).toRealPath();
            String table = size(folder) + table(measure(trees(holdfast, folder), runs), runs);
            tell(table, write ? page : null, "secrets-tree");
        }
        if (history.isPresent()) {
            Path repository = Path.of(history.get()).toRealPath();
            String table =
                    contents(repository)
                            + table(measure(histories(holdfast, repository), runs), runs);
            tell(table, write ? page : null, "secrets-history");
        }
    }

    private static Optional<String> option(String[] args, String name) {
        int at = Arrays.asList(args).indexOf(name);
        return at < 0 || at + 1 >= args.length ? Optional.empty() : Optional.of(args[at + 1]);
    }

    private static List<Command> trees(String holdfast, Path folder) {
        List<Command> all = new ArrayList<>();
        all.add(
                sh(
                        "two parallel `cat`",
                        "find . -type f -print0 | xargs -0 -P2 -n4000 cat >/dev/null",
                        folder));
        all.add(
                new Command(
                        "`holdfast secrets scan`",
                        List.of(holdfast, "secrets", "scan", "--threads", "2", "--no-ignore", "."),
                        folder));
        peer("kingfisher")
                .ifPresent(program -> {
                    List<String> words =
                            List.of(
                                    program, "scan", ".", "--no-validate", "--no-update-check",
                                    "--jobs", "2");
                    List<String> turbo = new ArrayList<>(words);
                    turbo.add("--turbo");
                    all.add(new Command("Kingfisher --turbo", turbo, folder));
                    all.add(new Command("Kingfisher", words, folder));
                });
        peer("noseyparker")
                .ifPresent(program ->
                        all.add(
                                sh(
                                        "Nosey Parker",
                                        "d=$(mktemp -d) && " + program
                                                + " scan --jobs 2 -d $d/store . && rm -rf $d",
                                        folder)));
        peer("ripsecrets")
                .ifPresent(program ->
                        all.add(new Command("ripsecrets", List.of(program, "."), folder)));
        return all;
    }

    private static List<Command> histories(String holdfast, Path repository) {
        List<Command> all = new ArrayList<>();
        all.add(
                sh(
                        "`git cat-file --batch --batch-all-objects --unordered`",
                        "git cat-file --batch --batch-all-objects --unordered --buffer >/dev/null",
                        repository));
        all.add(sh("`git log -p --all`", "git log -p --all | wc -c", repository));
        all.add(
                new Command(
                        "`holdfast secrets history --all`, the first run",
                        List.of(
                                holdfast, "secrets", "history", "--all", "--no-cache", "--threads",
                                "2"),
                        repository));
        // The warm-up leaves what this one knows.
        all.add(
                new Command(
                        "`holdfast secrets history --all`, a second run",
                        List.of(holdfast, "secrets", "history", "--all", "--threads", "2"),
                        repository));
        peer("kingfisher")
                .ifPresent(program ->
                        all.add(
                                new Command(
                                        "Kingfisher --turbo",
                                        List.of(
                                                program, "scan", ".", "--no-validate",
                                                "--no-update-check", "--jobs", "2", "--turbo"),
                                        repository)));
        return all;
    }

    private static Command sh(String name, String line, Path folder) {
        return new Command(name, List.of("sh", "-c", line), folder);
    }

    private static Optional<String> peer(String program) {
        String path = System.getenv().getOrDefault("PEERS", "") + ":" + System.getenv("PATH");
        for (String folder : path.split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return Optional.of(Path.of(folder, program).toString());
            }
        }
        System.err.println(program + " is not installed, so it is not in the table");
        return Optional.empty();
    }

    private static Map<Command, List<Measured>> measure(List<Command> commands, int runs)
            throws IOException, InterruptedException {
        Map<Command, List<Measured>> all = new LinkedHashMap<>();
        for (int run = -1; run < runs; run++) {
            for (Command command : commands) {
                Measured one = run(command);
                if (run >= 0) {
                    all.computeIfAbsent(command, _ -> new ArrayList<>()).add(one);
                }
            }
        }
        return all;
    }

    private static Measured run(Command command) throws IOException, InterruptedException {
        Path figures = Files.createTempFile("holdfast-bench", "");
        List<String> words =
                new ArrayList<>(List.of("/usr/bin/time", "-o", figures.toString(), "-f", "%e %U %S %M"));
        words.addAll(command.words());
        new ProcessBuilder(words)
                .directory(command.folder().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(figures);
        Files.delete(figures);
        String[] parts = lines.getLast().split(" ");
        return new Measured(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]) / 1024);
    }

    private static String table(Map<Command, List<Measured>> all, int runs) throws IOException {
        StringBuilder table = new StringBuilder();
        table.append(
                "Machine: %s, %d processors. Median of %d interleaved runs after one warm-up, whole processes, warm page cache.%n%n"
                        .formatted(processor(), Runtime.getRuntime().availableProcessors(), runs));
        table.append("| | wall s | CPU s | peak RSS MB |\n|---|---:|---:|---:|\n");
        all.forEach(
                (command, some) ->
                        table.append(
                                String.format(
                                        Locale.ROOT,
                                        "| %s | %.2f | %.2f | %.0f |%n",
                                        command.name(),
                                        median(some.stream().mapToDouble(Measured::wall).toArray()),
                                        median(some.stream().mapToDouble(Measured::cpu).toArray()),
                                        median(
                                                some.stream()
                                                        .mapToDouble(Measured::megabytes)
                                                        .toArray()))));
        return table.toString();
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            long[] sizes = all.filter(Files::isRegularFile).mapToLong(each -> each.toFile().length()).toArray();
            return String.format(
                    Locale.ROOT,
                    "%,d files, %,d MB of unpacked npm packages.%n%n",
                    sizes.length,
                    Arrays.stream(sizes).sum() / 1_000_000);
        }
    }

    private static String contents(Path repository) throws IOException, InterruptedException {
        Process git =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "git cat-file --batch-all-objects --batch-check --unordered | awk '$2 == \"blob\" { n++; s += $3 } END { print n, s }'")
                        .directory(repository.toFile())
                        .start();
        String[] parts = new String(git.getInputStream().readAllBytes()).strip().split(" ");
        git.waitFor();
        return String.format(
                Locale.ROOT,
                "A repository with %,d blobs, %,.0f MB inflated.%n%n",
                Long.parseLong(parts[0]),
                Double.parseDouble(parts[1]) / 1e6);
    }

    private static void tell(String table, Path page, String name) throws IOException {
        System.out.println(table);
        if (page != null) {
            String begin = "<!-- " + name + ": begin -->";
            String text = Files.readString(page);
            int from = text.indexOf(begin) + begin.length();
            int to = text.indexOf("<!-- " + name + ": end -->");
            Files.writeString(page, text.substring(0, from) + "\n" + table + text.substring(to));
        }
    }

    private static String processor() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
