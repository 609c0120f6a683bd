import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times the commands of row level security as whole processes on the schema of 77 tables that
 * {@code scripts/rls-corpus} writes: the server, the migrations and the answer. Prints a Markdown
 * table.
 *
 * <p>{@code java scripts/RlsBench.java ROOT JAVA_HOME [--runs N] [--write]}. Needs {@code time}
 * (GNU) for processor time and memory, which are those of the command without the server's.
 */
final class RlsBench {
    private static final String BEGIN = "<!-- rls -->\n";
    private static final String END = "<!-- /rls -->\n";

    private static final String VARIABLE = "HOLDFAST_BENCH_DATABASE";

    private record Command(String name, List<String> words, int expected) {}

    private record Measured(double wall, double cpu, double megabytes) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        int at = Arrays.asList(args).indexOf("--runs");
        int runs = at < 0 ? 3 : Integer.parseInt(args[at + 1]);
        Path folder = Files.createTempDirectory("holdfast-rls-bench");
        run(new Command("", List.of(root.resolve("scripts/rls-corpus").toString(), "."), 0), folder);
        String holdfast = root.resolve("cli/target/holdfast/bin/holdfast").toString();
        Path migration = folder.resolve("supabase/migrations/20260101000000_all.sql");
        StringBuilder table = new StringBuilder();
        table.append(
                "77 tables, 154 policies; %d processors, load average %s when it began; median of %d runs after one warm-up.%n%n"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                                runs));
        table.append("| | wall s | CPU s | peak RSS of the JVM MB |\n|---|---:|---:|---:|\n");
        try (RlsServer live = RlsServer.start(migration)) {
            Command audit =
                    new Command(
                            "rls audit --dsn-env",
                            List.of(
                                    "env",
                                    VARIABLE + "=" + live.address(),
                                    holdfast,
                                    "rls",
                                    "audit",
                                    "--schemas",
                                    "public",
                                    "--dsn-env",
                                    VARIABLE),
                            0);
            table.append(row(audit, folder, runs));
        }
        for (Command each : commands(holdfast)) {
            table.append(row(each, folder, runs));
        }
        System.out.print(table);
        if (Arrays.asList(args).contains("--write")) {
            Path page = root.resolve("docs/benchmarks.md");
            String text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(
                    page, text.substring(0, begin) + table + text.substring(text.indexOf(END)));
        }
    }

    private static List<Command> commands(String holdfast) {
        return List.of(
                new Command("rls audit", List.of(holdfast, "rls", "audit"), 0),
                new Command("rls prove", List.of(holdfast, "rls", "prove"), 0),
                new Command("rls test", List.of(holdfast, "rls", "test"), 0),
                new Command("rls generate", List.of(holdfast, "rls", "generate"), 0),
                new Command(
                        "rls diff",
                        List.of(
                                holdfast, "rls", "diff", "supabase/migrations",
                                "supabase/migrations"),
                        0),
                new Command("check", List.of(holdfast, "check"), 0));
    }

    private static String row(Command command, Path folder, int runs)
            throws IOException, InterruptedException {
        List<Measured> all = new ArrayList<>();
        for (int run = -1; run < runs; run++) {
            Measured one = run(command, folder);
            if (run >= 0) {
                all.add(one);
            }
        }
        return String.format(
                Locale.ROOT,
                "| `holdfast %s` | %.2f | %.2f | %.0f |%n",
                command.name(),
                median(all.stream().mapToDouble(Measured::wall).toArray()),
                median(all.stream().mapToDouble(Measured::cpu).toArray()),
                median(all.stream().mapToDouble(Measured::megabytes).toArray()));
    }

    private static Measured run(Command command, Path folder)
            throws IOException, InterruptedException {
        Path figures = Files.createTempFile("holdfast-bench", "");
        List<String> words =
                new ArrayList<>(
                        List.of("/usr/bin/time", "-o", figures.toString(), "-f", "%e %U %S %M"));
        words.addAll(command.words());
        int code =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (code != command.expected()) {
            System.err.println(command.name() + " ended with " + code);
        }
        List<String> lines = Files.readAllLines(figures);
        Files.delete(figures);
        String[] parts = lines.getLast().split(" ");
        return new Measured(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]) / 1024);
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
