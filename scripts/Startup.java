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

/**
 * Times whole processes, interleaved: every command once, then every command again, so that a
 * machine that gets slower is slower for all. Prints the medians as a Markdown table.
 *
 * <p>{@code java scripts/Startup.java ROOT JAVA_HOME [--write]}
 */
final class Startup {
    private static final int RUNS = 20;
    private static final int WARM_UPS = 2;
    private static final String BEGIN = "<!-- startup: begin -->";
    private static final String END = "<!-- startup: end -->";

    private record Command(String name, List<String> words, Path folder) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        Path javaHome = Path.of(args[1]);
        Path work = Files.createTempDirectory("holdfast-startup");
        List<Command> commands = commands(root, javaHome, work);
        Map<Command, double[]> times = new LinkedHashMap<>();
        commands.forEach(command -> times.put(command, new double[RUNS]));
        for (int run = -WARM_UPS; run < RUNS; run++) {
            for (Command command : commands) {
                double time = time(command);
                if (run >= 0) {
                    times.get(command)[run] = time;
                }
            }
        }
        String table = table(times, javaHome);
        System.out.print(table);
        if (Arrays.asList(args).contains("--write")) {
            Path page = root.resolve("docs/benchmarks.md");
            String text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(
                    page, text.substring(0, begin) + "\n" + table + text.substring(text.indexOf(END)));
        }
        new ProcessBuilder("rm", "-rf", work.toString()).start().waitFor();
    }

    private static List<Command> commands(Path root, Path javaHome, Path work)
            throws IOException, InterruptedException {
        String holdfast = root.resolve("cli/target/holdfast/bin/holdfast").toString();
        Path empty = Files.createDirectories(work.resolve("empty"));
        new ProcessBuilder("git", "init", "-q", empty.toString()).start().waitFor();
        Path demo = work.resolve("demo");
        new ProcessBuilder(holdfast, "demo", "--directory", demo.toString(), "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        List<Command> commands = new ArrayList<>();
        commands.add(
                new Command(
                        "`java -version` (the same JDK)",
                        List.of(javaHome.resolve("bin/java").toString(), "-version"),
                        empty));
        commands.add(new Command("`git --version`", List.of("git", "--version"), empty));
        onPath("gh").ifPresent(
                gh -> commands.add(new Command("`gh --version`", List.of(gh, "--version"), empty)));
        commands.add(new Command("`holdfast --version`", List.of(holdfast, "--version"), empty));
        commands.add(
                new Command("`holdfast check --help`", List.of(holdfast, "check", "--help"), empty));
        commands.add(
                new Command(
                        "`holdfast check`, empty repository", List.of(holdfast, "check"), empty));
        Path small = Files.createDirectories(work.resolve("small"));
        new ProcessBuilder("git", "init", "-q", small.toString()).start().waitFor();
        Files.writeString(small.resolve("a.js"), "const a = 1;\n");
        new ProcessBuilder("git", "-C", small.toString(), "add", "a.js").start().waitFor();
        commands.add(
                new Command(
                        "`holdfast secrets scan`, one file",
                        List.of(holdfast, "secrets", "scan", "a.js"),
                        small));
        commands.add(
                new Command(
                        "`holdfast secrets staged`, one file",
                        List.of(holdfast, "secrets", "staged"),
                        small));
        if (Files.isDirectory(demo)) {
            commands.add(
                    new Command("`holdfast check`, the demo", List.of(holdfast, "check"), demo));
        }
        return commands;
    }

    private static Optional<String> onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return Optional.of(Path.of(folder, program).toString());
            }
        }
        return Optional.empty();
    }

    private static double time(Command command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command.words())
                        .directory(command.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        builder.start().waitFor();
        return (System.nanoTime() - start) / 1e6;
    }

    private static String table(Map<Command, double[]> times, Path javaHome) throws IOException {
        double floor = median(times.values().iterator().next());
        StringBuilder table = new StringBuilder();
        table.append("Machine: %s, %d processors, %s. Median of %d interleaved runs after %d warm-ups, whole processes.%n%n"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        version(javaHome),
                        RUNS,
                        WARM_UPS));
        table.append("| command | median ms | fastest ms | × `java -version` |\n|---|---:|---:|---:|\n");
        times.forEach(
                (command, all) ->
                        table.append(
                                String.format(
                                        Locale.ROOT,
                                        "| %s | %.0f | %.0f | %.2f |%n",
                                        command.name(),
                                        median(all),
                                        Arrays.stream(all).min().orElseThrow(),
                                        median(all) / floor)));
        if (times.keySet().stream().noneMatch(each -> each.name().contains("gh "))) {
            table.append("\n`gh` was not installed.\n");
        }
        return table.toString();
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String version(Path javaHome) throws IOException {
        String release = Files.readString(javaHome.resolve("release"));
        String runtime = value(release, "JAVA_RUNTIME_VERSION");
        return value(release, "IMPLEMENTOR") + " JDK " + (runtime.isEmpty() ? value(release, "JAVA_VERSION") : runtime);
    }

    private static String value(String release, String key) {
        for (String line : release.split("\n")) {
            if (line.startsWith(key + "=")) {
                return line.substring(key.length() + 1).replace("\"", "").strip();
            }
        }
        return "";
    }
}
