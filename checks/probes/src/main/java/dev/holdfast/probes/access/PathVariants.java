package dev.holdfast.probes.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Other spellings of a path that some layer takes for the same (RFC 3986, section 6): dots,
 * slashes, parameters of segments, percent signs, case, endings. They are sent byte for byte.
 */
final class PathVariants {
    private static final int MOST_FOLDERS = 3;

    private PathVariants() {}

    /**
     * The spellings, without the path itself.
     *
     * @param target a path with its query, if any
     */
    static List<String> of(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark);
        Set<String> all = new LinkedHashSet<>();
        ends(path, query, all);
        for (String variant : inside(path)) {
            all.add(variant + query);
        }
        all.remove(target);
        return List.copyOf(all);
    }

    /**
     * The path behind folders that anybody may ask for: a guard that lets these through by their
     * beginning lets through what a later layer resolves to the path.
     *
     * @param open folders without a slash at the end: {@code /static}
     */
    static List<String> behind(String target, List<String> open) {
        List<String> all = new ArrayList<>();
        for (String folder : open) {
            long depth = folder.chars().filter(each -> each == '/').count();
            for (String up : new String[] {"/..", "/%2e%2e", "/..;", "%2f.."}) {
                all.add(folder + up.repeat((int) depth) + target);
            }
        }
        return all;
    }

    /**
     * The folders of public files, and public paths that have no ending.
     *
     * @param paths of routes that anybody may ask for
     */
    static List<String> folders(List<String> paths) {
        Set<String> all = new LinkedHashSet<>();
        for (String each : paths) {
            String path = each.split("[?#]", 2)[0];
            int last = path.lastIndexOf('/');
            boolean file = path.indexOf('.', last) > 0;
            String folder = file || path.endsWith("/") ? path.substring(0, last) : path;
            if (!folder.isEmpty()) {
                all.add(folder);
            }
        }
        return all.stream().limit(MOST_FOLDERS).toList();
    }

    private static void ends(String path, String query, Set<String> all) {
        String bare =
                path.length() > 1 && path.endsWith("/")
                        ? path.substring(0, path.length() - 1)
                        : path;
        for (String end :
                new String[] {
                    "/", "//", "/.", "/./", ";x", ";/", "/..;/", ".json", "%20", "%09", "%00",
                    "%23", "%3f", "%2f"
                }) {
            all.add(bare + end + query);
        }
        if (query.isEmpty()) {
            all.add(bare + "?");
        }
    }

    private static List<String> inside(String path) {
        List<String> all = new ArrayList<>();
        String rest = path.substring(1);
        all.add("//" + rest);
        all.add("/./" + rest);
        all.add("/x/../" + rest);
        all.add("/x/..;/" + rest);
        all.add("/;x/" + rest);
        all.add("/%2e/" + rest);
        all.add("/x/%2e%2e/" + rest);
        all.add("/%2f" + rest);
        int slash = rest.indexOf('/');
        if (slash > 0) {
            String first = rest.substring(0, slash);
            String more = rest.substring(slash + 1);
            all.add("/" + first + "//" + more);
            all.add("/" + first + "/./" + more);
            all.add("/" + first + ";x/" + more);
            all.add("/" + first + "%2f" + more);
            all.add("/" + first + "%252f" + more);
            all.add("/" + first + "\\" + more);
        }
        if (!rest.isEmpty() && rest.charAt(0) < 0x80) {
            String letter = Integer.toHexString(rest.charAt(0));
            all.add("/%" + letter + rest.substring(1));
            all.add("/%25" + letter + rest.substring(1));
        }
        all.add(path.toUpperCase(Locale.ROOT));
        int last = path.lastIndexOf('/') + 1;
        if (last < path.length()) {
            all.add(
                    path.substring(0, last)
                            + path.substring(last, last + 1).toUpperCase(Locale.ROOT)
                            + path.substring(last + 1));
        }
        return all;
    }
}
