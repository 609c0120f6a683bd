package dev.holdfast.secrets.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who can see a file of built output, by the layouts that frameworks document. A layout that is not
 * known counts as served: that is the strict side.
 */
final class ExposureRules {
    private static final List<String> CLIENT_SIBLINGS =
            List.of("client", "public", "browser", "static");

    private ExposureRules() {}

    /**
     * The exposure of a file. Only the output folder itself and what lies in it decide: a source
     * folder called {@code server} above it says nothing of what is sent to browsers.
     *
     * @param output the folder of built output
     */
    static Exposure of(Path output, Path file) {
        Path root = MapFiles.parent(output);
        List<String> names = new ArrayList<>();
        root.relativize(file).forEach(name -> names.add(name.toString()));
        boolean server = isServer(names, root);
        if (names.getLast().endsWith(".map") || names.getLast().endsWith(".map.gz")) {
            return server ? Exposure.SERVER : Exposure.MAP;
        }
        return server ? Exposure.SERVER : Exposure.SERVED;
    }

    private static boolean isServer(List<String> names, Path root) {
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
                if (CLIENT_SIBLINGS.stream()
                        .anyMatch(each -> Files.isDirectory(parent.resolve(each)))) {
                    return true;
                }
            }
        }
        return false;
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
