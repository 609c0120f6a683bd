package dev.holdfast.secrets.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who can see a file of built output, by the layouts that frameworks document. A layout that is not
 * known counts as served: that is the strict side.
 */
final class ExposureRules {
    private static final List<String> CLIENT_SIBLINGS =
            List.of("client", "public", "browser", "static");

    private static final Pattern SCRIPT = Pattern.compile(".*\\.[mc]?js");
    private static final Pattern PAGE = Pattern.compile(".*\\.html?");
    private static final String ANGULAR_SHELL = "index.server.html";

    // Where a program keeps what it serves.
    private static final List<String> SERVED_BY_PROGRAMS =
            List.of("public", "client", "static", "assets", "browser", "www", "web", "ui", "views");
    private static final Pattern MODULE =
            Pattern.compile(".*\\.([mc]?js|d\\.[mc]?ts|[mc]?ts|json|map|tsbuildinfo)");

    private final Path root;
    private final Path output;
    private final boolean program;
    private final Map<Path, Boolean> programs = new HashMap<>();
    private final Map<Path, Boolean> pages = new HashMap<>();

    /**
     * The rules for one output. Only the output folder itself and what lies in it decide: a source
     * folder called {@code server} above it says nothing of what is sent to browsers.
     *
     * @param output the folder of built output
     */
    ExposureRules(Path output) {
        this(output, false);
    }

    private ExposureRules(Path output, boolean program) {
        this.root = MapFiles.parent(output);
        this.output = output;
        this.program = program;
    }

    /**
     * The same for the output of a package that is a program: its modules stay on the server,
     * unless they lie beside a page, or where programs keep what they serve.
     */
    static ExposureRules ofProgram(Path output) {
        return new ExposureRules(output, true);
    }

    /** The exposure of a file. */
    Exposure of(Path file) {
        List<String> names = new ArrayList<>();
        root.relativize(file).forEach(name -> names.add(name.toString()));
        if (isServer(names) || (program && isModule(file, names))) {
            return Exposure.SERVER;
        }
        String name = names.getLast().toLowerCase(Locale.ROOT);
        boolean map = name.endsWith(".map") || name.endsWith(".map.gz") || name.endsWith(".map.br");
        return map ? Exposure.MAP : Exposure.SERVED;
    }

    private boolean isModule(Path file, List<String> names) {
        if (!MODULE.matcher(names.getLast()).matches()
                || SERVED_BY_PROGRAMS.stream().anyMatch(names::contains)) {
            return false;
        }
        for (Path each = MapFiles.parent(file);
                each.startsWith(output);
                each = MapFiles.parent(each)) {
            if (pages.computeIfAbsent(each, ExposureRules::holdsPage)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsPage(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.anyMatch(each ->
                    PAGE.matcher(String.valueOf(each.getFileName()).toLowerCase(Locale.ROOT))
                            .matches());
        } catch (IOException | UncheckedIOException unreadable) {
            return true;
        }
    }

    private boolean isServer(List<String> names) {
        int next = names.lastIndexOf(".next");
        if (next >= 0) {
            return isNextServer(names.subList(next + 1, names.size()));
        }
        int nuxt = names.lastIndexOf(".output");
        if (nuxt >= 0) {
            return names.size() > nuxt + 1 && names.get(nuxt + 1).equals("server");
        }
        for (int i = 1; i < names.size() - 1; i++) {
            if (names.get(i).equals("server")) {
                Path parent = root.resolve(String.join("/", names.subList(0, i)));
                if (isProgram(parent)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether the folder {@code server} below that one is a program beside what it serves. Pages
     * may lie in folders of that name too: documentation has chapters called client and server.
     */
    private boolean isProgram(Path parent) {
        return programs.computeIfAbsent(
                parent,
                _ -> {
                    boolean client =
                            CLIENT_SIBLINGS.stream()
                                    .anyMatch(each -> Files.isDirectory(parent.resolve(each)));
                    return client && holdsProgram(parent.resolve("server"));
                });
    }

    private static boolean holdsProgram(Path server) {
        try (Stream<Path> near = Files.walk(server, 2)) {
            List<String> names =
                    near.map(each -> String.valueOf(each.getFileName()).toLowerCase(Locale.ROOT))
                            .toList();
            return names.stream().anyMatch(name -> SCRIPT.matcher(name).matches())
                    && names.stream()
                            .noneMatch(name ->
                                    PAGE.matcher(name).matches() && !name.equals(ANGULAR_SHELL));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /**
     * Next.js serves {@code static/}, and of {@code server/} the prerendered pages with their
     * payloads; all else stays on the server.
     */
    private static boolean isNextServer(List<String> below) {
        if (below.size() < 2) {
            return true;
        }
        String last = below.getLast();
        return switch (below.getFirst()) {
            case "static" -> false;
            case "server" ->
                    !((below.get(1).equals("app") || below.get(1).equals("pages"))
                            && (last.endsWith(".html")
                                    || last.endsWith(".rsc")
                                    || last.endsWith(".body")
                                    || (last.endsWith(".json")
                                            && below.get(1).equals("pages")
                                            && !last.endsWith(".nft.json"))));
            case "standalone" -> !below.contains("public");
            default -> true;
        };
    }
}
