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

    private final Path root;
    private final Map<Path, Boolean> programs = new HashMap<>();

    /**
     * The rules for one output. Only the output folder itself and what lies in it decide: a source
     * folder called {@code server} above it says nothing of what is sent to browsers.
     *
     * @param output the folder of built output
     */
    ExposureRules(Path output) {
        root = MapFiles.parent(output);
    }

    /** The exposure of a file. */
    Exposure of(Path file) {
        List<String> names = new ArrayList<>();
        root.relativize(file).forEach(name -> names.add(name.toString()));
        if (isServer(names)) {
            return Exposure.SERVER;
        }
        String name = names.getLast().toLowerCase(Locale.ROOT);
        boolean map = name.endsWith(".map") || name.endsWith(".map.gz") || name.endsWith(".map.br");
        return map ? Exposure.MAP : Exposure.SERVED;
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
