import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Builds the distribution: a runtime of the JDK's modules that are needed, two jars, the rendered
 * help pages, AOT caches trained on what starts, the launcher, and programs of PostgreSQL.
 *
 * <p>Run by Maven in the profile "image": {@code java scripts/Image.java IMAGE CLASSPATH_FILE
 * OWN_JAR PICOCLI_SOURCES LAUNCHER TIMESTAMP SERVER_JARS LICENCES WITHOUT_SERVER}. Why it is built
 * like this, with the figures, stands in docs/decisions/0006-picocli-as-a-tree.md and docs/benchmarks.md.
 */
final class Image {
    /** What the class path needs; found with jdeps, proved by the tests of the distribution. */
    private static final List<String> MODULES =
            List.of(
                    "java.base",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.sql",
                    "java.xml");

    /** On the way of every command; all else goes into a jar that is opened last. */
    private static final List<String> FIRST_JAR =
            List.of("holdfast-", "jackson-core-", "snakeyaml-engine-");

    /** Compiled into the first jar from their sources. */
    private static final List<String> PICOCLI_SOURCES =
            List.of("picocli/CommandLine.java", "picocli/AutoComplete.java");

    /** What starts quickly is not what searches quickly. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    private static final List<String> WORDS =
            List.of(
                    "function", "return", "const", "e", "t", "n", "this.state", "props", "value",
                    "Object.keys", "length", "className", "null", "var", "prototype", "exports",
                    "token", "key", "default", "r", "i", "module", "window", "document", "push");
    private static final String MARKS = "(){};,.=:+?&|! <>[]/-";

    private final Path image;
    private final FileTime time;

    private Image(Path image, FileTime time) {
        this.image = image;
        this.time = time;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path image = Path.of(args[0]).toAbsolutePath();
        List<Path> classPath = new ArrayList<>(List.of(Path.of(args[2])));
        for (String jar : Files.readString(Path.of(args[1])).strip().split(":")) {
            classPath.add(Path.of(jar));
        }
        new Image(image, FileTime.from(Instant.parse(args[5])))
                .build(classPath, Path.of(args[3]), Path.of(args[4]));
        ImageServer.add(image, Path.of(args[6]), Path.of(args[7]), Boolean.parseBoolean(args[8]));
    }

    private void build(List<Path> classPath, Path picocli, Path launcher)
            throws IOException, InterruptedException {
        delete(image);
        Path lib = Files.createDirectories(image.resolve("lib"));
        runtime();
        Path compiled = compilePicocli(picocli);
        List<Path> first = new ArrayList<>();
        List<Path> second = new ArrayList<>();
        for (Path jar : classPath) {
            String name = jar.getFileName().toString();
            if (name.startsWith("picocli-") || name.startsWith("jspecify-")) {
                continue;
            }
            (FIRST_JAR.stream().anyMatch(name::startsWith) ? first : second).add(jar);
        }
        Merge holdfast = new Merge();
        for (Path jar : first) {
            holdfast.addJar(jar);
        }
        holdfast.addFolder(compiled);
        holdfast.write(lib.resolve("holdfast.jar"), time);
        Merge extras = new Merge();
        for (Path jar : second) {
            extras.addJar(jar);
        }
        extras.write(lib.resolve("extras.jar"), time);
        delete(compiled);
        launcher(launcher);
        Path help = Files.createDirectories(lib.resolve("help"));
        java(image, QUICK, "dev.holdfast.cli.HelpRendering", List.of(help.toString()));
        train("start", image, QUICK, List.of("--version"));
        Path sample = sample();
        train(
                "check",
                sample.resolve("shop"),
                QUICK,
                List.of(
                        "check", "::", "check", sample.resolve("none").toString(), "::",
                        "secrets", "stdin", "::", "secrets", "scan", "dist/app.js", "::",
                        "secrets", "staged"));
        probes(sample.resolve("none"));
        delete(sample);
        Path code = code();
        List<String> scan = List.of("secrets", "scan", code.toString());
        List<String> twice = new ArrayList<>(scan);
        twice.add("::");
        twice.addAll(scan);
        train("scan", code, List.of(), twice);
        delete(code);
    }

    /** Recordings, and a service on loopback. */
    private void probes(Path directory) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("policies.jsonl"), RehearsalService.policies());
        Files.writeString(directory.resolve("answers.jsonl"), RehearsalService.answers());
        try (RehearsalService service = RehearsalService.start()) {
            Files.writeString(directory.resolve("holdfast.yaml"), service.policy());
            train(
                    "probe",
                    directory,
                    QUICK,
                    List.of(
                            "probe", "csp", "--from-file", "policies.jsonl", "--format", "jsonl",
                            "::", "probe", "headers", "--from-file", "answers.jsonl", "--format",
                            "jsonl", "::", "probe", "all", "--target", "rehearsal"));
        }
    }

    /**
     * Files like those that are searched, for the profiles in the cache of what searches: with them
     * the JVM compiles for speed at once and not after a second. Random, the same in each build.
     */
    private static Path code() throws IOException {
        Path code = Files.createTempDirectory("holdfast-rehearsal");
        Random random = new Random(25);
        for (int file = 0; file < 400; file++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 60_000) {
                String word = WORDS.get(random.nextInt(WORDS.size()));
                text.append(word).append(MARKS.charAt(random.nextInt(MARKS.length())));
                if (random.nextInt(40) == 0) {
                    text.append('"').append(Long.toHexString(random.nextLong())).append("\\n\";");
                }
            }
            Files.writeString(code.resolve(file + ".js"), text);
        }
        return code;
    }

    /**
     * Several caches: every class in a cache is loaded at every start that uses it, so what answers at
     * once has one of its own.
     */
    private void train(
            String cache, Path directory, List<String> flags, List<String> commandLine)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(flags);
        all.add("-XX:AOTCacheOutput=" + image.resolve("lib/" + cache + ".aot"));
        java(
                directory,
                all,
                "dev.holdfast.cli.Rehearsal",
                commandLine);
    }

    /**
     * One project with a policy, a file of built output, a commit and a staged change, and one with
     * nothing.
     */
    private static Path sample() throws IOException, InterruptedException {
        Path sample = Files.createTempDirectory("holdfast-rehearsal");
        Path shop = Files.createDirectories(sample.resolve("shop"));
        Files.writeString(shop.resolve("holdfast.yaml"), "apiVersion: holdfast/v1\n");
        Files.createDirectories(shop.resolve("dist"));
        Files.writeString(shop.resolve("dist/app.js"), "console.log('rehearsal');\n");
        git(shop, "init", "--quiet");
        git(shop, "add", "--all");
        git(
                shop,
                "-c", "user.name=rehearsal", "-c", "user.email=rehearsal@localhost",
                "-c", "commit.gpgSign=false", "-c", "core.hooksPath=",
                "commit", "--quiet", "--message", "rehearsal");
        Files.writeString(shop.resolve("staged.txt"), "rehearsal = 1\n");
        git(shop, "add", "--all");
        Path none = Files.createDirectories(sample.resolve("none"));
        Files.createDirectories(none.resolve(".git"));
        Files.writeString(none.resolve("package.json"), "{\"name\": \"rehearsal\"}\n");
        return sample;
    }

    private static void git(Path directory, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        run(directory, "git", command);
    }

    /** The runtime. Its own class archive for compressed pointers is kept, the other one dropped. */
    private void runtime() throws IOException {
        tool(
                "jlink",
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-0",
                "--generate-cds-archive",
                "--output",
                image.resolve("runtime").toString());
        Files.deleteIfExists(image.resolve("runtime/lib/server/classes_nocoops.jsa"));
    }

    /**
     * The published classes of picocli have the class-file version of Java 5, which the AOT cache
     * refuses; compiled from the published sources they are taken.
     */
    private Path compilePicocli(Path sources) throws IOException {
        Path work = Files.createTempDirectory("holdfast-picocli");
        List<String> command =
                new ArrayList<>(
                        List.of("--release", "25", "-nowarn", "-proc:none", "-g:none", "-d"));
        command.add(work.resolve("classes").toString());
        try (ZipFile jar = new ZipFile(sources.toFile())) {
            for (String name : PICOCLI_SOURCES) {
                Path file = work.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                    Files.copy(in, file);
                }
                command.add(file.toString());
            }
        }
        tool("javac", command.toArray(String[]::new));
        Path compiled = Files.createTempDirectory("holdfast-classes");
        delete(compiled);
        Files.move(work.resolve("classes"), compiled);
        delete(work);
        return compiled;
    }

    private void launcher(Path launcher) throws IOException {
        Path bin = Files.createDirectories(image.resolve("bin")).resolve("holdfast");
        Files.copy(launcher, bin);
        Files.setPosixFilePermissions(bin, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(
                launcher.resolveSibling("search.directives"), image.resolve("lib/search.directives"));
    }

    /** Runs a class of ours in the new runtime, with the launcher's own class path and flags. */
    private void java(Path directory, List<String> flags, String main, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(image.resolve("runtime/bin/java").toString());
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(flags);
        Path lib = image.resolve("lib");
        command.add("-cp");
        command.add(lib.resolve("holdfast.jar") + ":" + lib.resolve("extras.jar"));
        command.add(main);
        command.addAll(arguments);
        run(directory, main, command);
    }

    static void run(Path directory, String name, List<String> command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(name + " failed:\n" + output);
        }
    }

    private static void tool(String name, String... args) throws IOException {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IOException("this JDK has no " + name));
        if (tool.run(System.out, System.err, args) != 0) {
            throw new IOException(name + " failed");
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /**
     * Many jars as one: few jars start faster. Entries are sorted and stored with one time stamp, so
     * two builds are byte-identical; lists of services are joined; licences are kept apart.
     */
    private static final class Merge {
        private final Map<String, byte[]> entries = new TreeMap<>();
        private final Map<String, String> services = new LinkedHashMap<>();

        void addJar(Path jar) throws IOException {
            String artifact = jar.getFileName().toString().replaceAll("\\.jar$", "");
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    if (!entry.isDirectory()) {
                        add(artifact, entry.getName(), zip.getInputStream(entry).readAllBytes());
                    }
                }
            }
        }

        void addFolder(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    add("", folder.relativize(each).toString(), Files.readAllBytes(each));
                }
            }
        }

        private void add(String artifact, String name, byte[] bytes) throws IOException {
            boolean licence = name.matches("(META-INF/)?(LICENSE|NOTICE|ABOUT|about)[^/]*");
            if (name.startsWith("META-INF/services/")) {
                services.merge(name, new String(bytes, StandardCharsets.UTF_8).strip() + "\n", String::concat);
            } else if (licence) {
                entries.put("META-INF/licenses/" + artifact + "/" + name.replace("META-INF/", ""), bytes);
            } else if (!name.endsWith("module-info.class")
                    && !name.equals("META-INF/MANIFEST.MF")
                    && !name.startsWith("META-INF/maven/")
                    && !name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)")) {
                byte[] before = entries.put(name, bytes);
                if (before != null && !java.util.Arrays.equals(before, bytes)) {
                    throw new IOException(name + " stands in two jars and differs");
                }
            }
        }

        void write(Path jar, FileTime time) throws IOException {
            services.forEach(
                    (name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
            Map<String, byte[]> ordered = new LinkedHashMap<>();
            ordered.put(
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            ordered.putAll(entries);
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                ordered.forEach((name, bytes) -> put(zip, name, bytes, time));
            }
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        }

        // Stored, not deflated: reading a class costs a copy and no inflating.
        private static void put(ZipOutputStream zip, String name, byte[] bytes, FileTime time) {
            try {
                CRC32 crc = new CRC32();
                crc.update(bytes);
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
                entry.setLastModifiedTime(time);
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
