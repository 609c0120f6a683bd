import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Scans files that were made to be slow to scan, each with a process of its own on one thread, and
 * tells how fast it went: the processor time of the whole process, the JVM's compilers included, less
 * that of one over an empty file.
 *
 * <p>{@code java scripts/HostileBench.java ROOT JAVA_HOME [--megabytes N] [--runs N] [--only WORD]
 * [--least MB/s] [--write]}. Ends with 1 when an input was slower than {@code --least}. Needs {@code
 * time} (GNU).
 */
final class HostileBench {
    private static final String DASHES = "-".repeat(5);
    private static final int LINE = 100;

    private record Hostile(Path folder, long bytes) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        boolean write = Arrays.asList(args).contains("--write");
        int megabytes = Integer.parseInt(option(args, "--megabytes", "16"));
        int runs = Integer.parseInt(option(args, "--runs", "3"));
        double least = Double.parseDouble(option(args, "--least", "50"));
        String only = option(args, "--only", "");
        String holdfast = root.resolve("cli/target/holdfast/bin/holdfast").toString();
        Path work = Files.createTempDirectory("holdfast-hostile");
        try {
            Map<String, byte[]> inputs = inputs(megabytes << 20);
            Path empty = Files.createDirectory(work.resolve("empty"));
            Files.writeString(empty.resolve("input.txt"), "x\n");
            double start = measure(holdfast, empty, Math.max(3, runs));
            StringBuilder table = new StringBuilder();
            table.append("| input | MB | MB/s |\n|---|---:|---:|\n");
            boolean slow = false;
            for (Map.Entry<String, byte[]> each : inputs.entrySet()) {
                if (!each.getKey().contains(only)) {
                    continue;
                }
                Path folder = Files.createDirectory(work.resolve("input"));
                Files.write(folder.resolve("input.txt"), each.getValue());
                long bytes = unpacked(each);
                double seconds = Math.max(0.001, measure(holdfast, folder, runs) - start);
                double rate = bytes / 1e6 / seconds;
                slow |= rate < least;
                String row =
                        "| %s | %.0f | %.0f |%n".formatted(each.getKey(), bytes / 1e6, rate);
                System.out.print(row);
                table.append(row);
                delete(folder);
            }
            if (write) {
                write(root.resolve("docs/benchmarks.md"), table.toString());
            }
            System.exit(slow ? 1 : 0);
        } finally {
            delete(work);
        }
    }

    private static String option(String[] args, String name, String otherwise) {
        int at = Arrays.asList(args).indexOf(name);
        return at < 0 || at + 1 >= args.length ? otherwise : args[at + 1];
    }

    private static Map<String, byte[]> inputs(int size) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("`a` on one line", repeated("a", size));
        all.put("blanks", repeated(" ", size));
        all.put("zeros", repeated("\0", size));
        all.put("line ends", repeated("\n", size));
        all.put("`\"`", repeated("\"", size));
        all.put("`=`", repeated("=", size));
        all.put("`-`", repeated("-", size));
        all.put("`%`", repeated("%", size));
        all.put("`\\`", repeated("\\", size));
        for (String prefix : List.of("sk_live" + "_", "gh" + "p_", "AKIA", "xox" + "b-", "eyJ", "AIza")) {
            all.put("`" + prefix + "`", repeated(prefix, size));
            all.put("`" + prefix + "` and 100 letters", repeated(prefix + letters(LINE) + " ", size));
        }
        all.put("`eyJ.`", repeated("eyJ.", size));
        all.put("`password=`", repeated("password=", size));
        all.put("`password = \"x1y2z3…\"`", repeated("password = \"x1y2z3w4Q5r6T7\";", size));
        all.put("`token token…`", repeated("token ", size));
        all.put("`api_key:`", repeated("api_key:", size));
        all.put("`secret` with blanks behind", repeated("secret" + " ".repeat(60), size));
        all.put("`BEGIN` of a key", repeated(DASHES + "BEGIN RSA PRIVATE KEY" + DASHES, size));
        all.put("`BEGIN` lines", repeated(DASHES + "BEGIN PRIVATE KEY" + DASHES + "\n", size));
        all.put("a key without an end", bytes(DASHES + "BEGIN PRIVATE KEY" + DASHES + "\n", repeated("QUJD".repeat(16) + "\n", size)));
        all.put("`postgres://`", repeated("postgres://", size));
        all.put("`postgres://u:p@`", repeated("postgres://u:p@", size));
        all.put("`https://a:b@`", repeated("https://a:b@", size));
        all.put("`://`", repeated("://", size));
        all.put("`data:;base64,`", repeated("data:;base64,", size));
        all.put("`\\u0061`", repeated("\\u0061", size));
        all.put("`\\\\\\\\\"`", repeated("\\\\\\\\\"", size));
        all.put("`%41`", repeated("%41", size));
        all.put("`&#x41;`", repeated("&#x41;", size));
        all.put("`\\x41` in text", repeated("ab\\x41cdefgh ", size));
        all.put("hexadecimal digits", hexadecimal(size));
        all.put("base64 on one line", base64(size, Base64.getEncoder()));
        all.put("base64 of text on one line", Base64.getEncoder().encode(prose(size * 3 / 4)));
        all.put("base64 in lines", base64(size, Base64.getMimeEncoder(76, new byte[] {'\n'})));
        byte[] twice = Base64.getEncoder().encode(Base64.getEncoder().encode(prose(size / 2)));
        all.put("base64 of base64 of text", twice);
        all.put("random bytes", random(size));
        all.put("prose", prose(size));
        all.put("JSON on one line", json(size * 3));
        all.put("UTF-16", new String(prose(size / 2), StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_16));
        all.put("a source map", map(size));
        all.put("gzip of zeros", gzip(new byte[size]));
        all.put("gzip of prose", gzip(prose(size)));
        return all;
    }

    private static long unpacked(Map.Entry<String, byte[]> input) throws IOException {
        if (!input.getKey().startsWith("gzip")) {
            return input.getValue().length;
        }
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(input.getValue()))) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static byte[] repeated(String text, int size) {
        byte[] piece = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[size];
        for (int i = 0; i < size; i++) {
            all[i] = piece[i % piece.length];
        }
        return all;
    }

    private static byte[] bytes(String head, byte[] tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(tail);
        return out.toByteArray();
    }

    private static String letters(int count) {
        Random random = new Random(1);
        String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(all.charAt(random.nextInt(all.length())));
        }
        return text.toString();
    }

    private static byte[] random(int size) {
        byte[] all = new byte[size];
        new Random(2).nextBytes(all);
        return all;
    }

    private static byte[] base64(int size, Base64.Encoder encoder) {
        return encoder.encode(random(size * 3 / 4));
    }

    private static byte[] hexadecimal(int size) {
        byte[] all = random(size);
        for (int i = 0; i < size; i++) {
            all[i] = (byte) "0123456789abcdef".charAt(all[i] & 15);
        }
        return all;
    }

    private static byte[] prose(int size) {
        Random random = new Random(3);
        String[] words = {
            "the", "token", "of", "a", "password", "is", "kept", "in", "const", "function",
            "return", "key:", "secret", "\"auth\":", "=", "value;", "https://example.test/a"
        };
        StringBuilder text = new StringBuilder(size + 100);
        while (text.length() < size) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(12) == 0 ? '\n' : ' ');
        }
        return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] json(int size) {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder(size + 200).append("[");
        while (text.length() < size) {
            text.append("{\"id\":").append(random.nextInt()).append(",\"token\":null,\"name\":\"user ")
                    .append(Long.toHexString(random.nextLong()))
                    .append("\",\"password_hint\":\"\",\"path\":\"\\/a\\/b\"},");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] map(int size) {
        Random random = new Random(5);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        StringBuilder text = new StringBuilder(size + 200);
        text.append("{\"version\":3,\"sources\":[\"a.js\"],\"mappings\":\"");
        while (text.length() < size) {
            for (int i = random.nextInt(4) + 1; i > 0; i--) {
                text.append(digits.charAt(random.nextInt(digits.length())));
            }
            text.append(random.nextInt(30) == 0 ? ';' : ',');
        }
        return text.append("\"}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new BufferedOutputStream(new GZIPOutputStream(out))) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    /** The least processor time of some runs, in seconds. */
    private static double measure(String holdfast, Path folder, int runs)
            throws IOException, InterruptedException {
        Path figures = Files.createTempFile("holdfast-hostile", ".txt");
        double least = Double.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            Process process =
                    new ProcessBuilder(
                                    "/usr/bin/time", "-o", figures.toString(), "-q", "-f", "%U %S",
                                    holdfast, "secrets", "scan", "--threads", "1", "--no-ignore",
                                    ".")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            int code = process.waitFor();
            if (code != 0 && code != 1 && code != 3) {
                throw new IOException(folder + ": exit " + code);
            }
            String[] seconds = Files.readString(figures).strip().split(" ");
            least = Math.min(least, Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]));
        }
        Files.delete(figures);
        return least;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        }
    }

    private static void write(Path page, String table) throws IOException {
        String text = Files.readString(page);
        String begin = "<!-- hostile: begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- hostile: end -->");
        Files.writeString(page, text.substring(0, from) + table + text.substring(to));
    }
}
