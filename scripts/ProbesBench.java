import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Times the probes as whole processes: recorded policies and recorded answers, and an audit of 20
 * routes of a service on loopback against the time that its requests take at the target's rate.
 * Prints a Markdown table.
 *
 * <p>{@code java scripts/ProbesBench.java ROOT JAVA_HOME [--runs N] [--write]}.
 */
final class ProbesBench {
    private static final String BEGIN = "<!-- probes -->\n";
    private static final String END = "<!-- /probes -->\n";
    private static final int RATE = 100;
    private static final int BURST = 20;
    private static final List<String> SOURCES =
            List.of(
                    "'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'",
                    "'nonce-c29tZSByYW5kb20gYnl0ZXMh'", "https:", "data:", "*",
                    "https://cdn.example.com", "*.example.net", "https://example.org:8443/js/",
                    "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='");
    private static final List<String> DIRECTIVES =
            List.of(
                    "default-src", "script-src", "script-src-elem", "style-src", "img-src",
                    "connect-src", "font-src", "frame-src", "object-src", "base-uri",
                    "frame-ancestors", "form-action");

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        int at = Arrays.asList(args).indexOf("--runs");
        int runs = at < 0 ? 5 : Integer.parseInt(args[at + 1]);
        String holdfast = root.resolve("cli/target/holdfast/bin/holdfast").toString();
        Path folder = Files.createTempDirectory("holdfast-probes-bench");
        StringBuilder table = new StringBuilder();
        table.append(
                "%d processors, load average %s when it began; median of %d runs after one warm-up.%n%n"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                                runs));
        table.append("| | wall s |\n|---|---:|\n");
        for (int count : List.of(500, 10_000)) {
            Files.writeString(folder.resolve("policies.jsonl"), policies(count));
            table.append(
                    row(
                            count + " recorded policies: `probe csp --from-file`",
                            runs,
                            folder,
                            holdfast, "probe", "csp", "--from-file", "policies.jsonl",
                            "--format", "jsonl"));
        }
        Files.writeString(folder.resolve("answers.jsonl"), answers(1_000));
        table.append(
                row(
                        "1000 recorded answers: `probe headers --from-file`",
                        runs,
                        folder,
                        holdfast, "probe", "headers", "--from-file", "answers.jsonl", "--format",
                        "jsonl"));
        table.append(audit(folder, holdfast));
        System.out.print(table);
        if (Arrays.asList(args).contains("--write")) {
            Path page = root.resolve("docs/benchmarks.md");
            String text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(
                    page, text.substring(0, begin) + table + text.substring(text.indexOf(END)));
        }
    }

    /** The same in every run. */
    private static String policies(int count) {
        Random random = new Random(6);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("{\"id\":").append(i).append(",\"csp\":\"");
            for (int directive = 1 + random.nextInt(8); directive > 0; directive--) {
                text.append(DIRECTIVES.get(random.nextInt(DIRECTIVES.size())));
                for (int source = random.nextInt(5); source > 0; source--) {
                    text.append(' ').append(SOURCES.get(random.nextInt(SOURCES.size())));
                }
                text.append("; ");
            }
            text.append("\"}\n");
        }
        return text.toString();
    }

    private static String answers(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"url\":\"https://shop.example/")
                    .append(i)
                    .append("\",\"method\":\"GET\",\"status\":200,\"class\":\"page\",\"headers\":[")
                    .append("[\"Content-Type\",\"text/html; charset=utf-8\"],")
                    .append("[\"Strict-Transport-Security\",\"max-age=31536000\"],")
                    .append("[\"Content-Security-Policy\",\"default-src 'self'\"],")
                    .append("[\"Set-Cookie\",\"__Host-s=1; Secure; HttpOnly; Path=/\"]],")
                    .append("\"body\":\"<!doctype html><title>x</title>\"}\n");
        }
        return text.toString();
    }

    private static String row(String name, int runs, Path folder, String... words)
            throws IOException, InterruptedException {
        double[] all = new double[runs];
        for (int run = -1; run < runs; run++) {
            double wall = seconds(folder, words);
            if (run >= 0) {
                all[run] = wall;
            }
        }
        Arrays.sort(all);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f |%n",
                name,
                (all[(runs - 1) / 2] + all[runs / 2]) / 2);
    }

    private static double seconds(Path folder, String... words)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Twenty routes, with the time that so many requests take at the rate of the policy. */
    private static String audit(Path folder, String holdfast)
            throws IOException, InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, requests));
        server.start();
        StringBuilder policy =
                new StringBuilder(
                        """
                        apiVersion: holdfast/v1
                        probes:
                          targets:
                            bench:
                              url: http://127.0.0.1:%d
                              environment: test
                              owner: bench
                              network: loopback
                              limits: {rate: %d, burst: %d}
                              routes:
                        """
                                .formatted(server.getAddress().getPort(), RATE, BURST));
        for (int i = 0; i < 20; i++) {
            policy.append("        - {path: /")
                    .append(i < 10 ? "page/" : "api/")
                    .append(i)
                    .append(", class: ")
                    .append(i < 10 ? "page" : "api")
                    .append("}\n");
        }
        Files.writeString(folder.resolve("holdfast.yaml"), policy);
        double wall = seconds(folder, holdfast, "probe", "all", "--target", "bench");
        server.stop(0);
        double budget = Math.max(0, requests.get() - BURST) / (double) RATE;
        return String.format(
                Locale.ROOT,
                "| `probe all`, 20 routes, %d requests at %d a second: %.2f s by the budget | %.2f |%n",
                requests.get(),
                RATE,
                budget,
                wall);
    }

    private static void answer(HttpExchange exchange, AtomicInteger requests) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        boolean page = exchange.getRequestURI().getPath().startsWith("/page");
        byte[] body =
                (page ? "<!doctype html><title>x</title>" : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", page ? "text/html; charset=utf-8" : "application/json");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
