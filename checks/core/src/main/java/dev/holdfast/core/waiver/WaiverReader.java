package dev.holdfast.core.waiver;

import dev.holdfast.core.policy.PolicyProblem;
import dev.holdfast.core.policy.Validator;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a waiver file. What is wrong with one waiver is said of that waiver and does not touch the
 * others, so that a slip never opens or closes more than the place it was made at.
 */
public final class WaiverReader {
    private static final Pattern PLACE = Pattern.compile("(?s):(\\d+):(\\d+): (.*)");

    private final String file;
    private final Set<String> checks;
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<WaiverProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private WaiverReader(String file, Set<String> checks) {
        this.file = file;
        this.checks = Set.copyOf(checks);
    }

    /**
     * Reads the bytes of a file.
     *
     * @param file the file as reports show it
     * @param checks every check id that there is
     */
    public static Waivers read(byte[] bytes, String file, Set<String> checks) {
        WaiverReader reader = new WaiverReader(file, checks);
        try {
            reader.read(StrictYaml.read(bytes, file));
        } catch (UserProblem broken) {
            reader.brokenFile(broken);
        }
        return new Waivers(file, reader.waivers, reader.problems);
    }

    private void brokenFile(UserProblem broken) {
        waivers.clear();
        String what = broken.what();
        // Cut off by its length: the file's own name may look like a place.
        Matcher place = PLACE.matcher(what.startsWith(file) ? what.substring(file.length()) : what);
        boolean placed = place.matches();
        problems.add(
                new WaiverProblem(
                        "the file",
                        placed
                                ? at(
                                        Integer.parseInt(place.group(1)),
                                        Integer.parseInt(place.group(2)))
                                : Location.ofFile(file),
                        placed ? place.group(3) : what));
    }

    private void read(YamlNode root) {
        List<PolicyProblem> found = Validator.validate(root, WaiverShape.file(), file);
        List<YamlNode> items = items(child(root, "waivers"));
        Set<YamlNode> malformed = new HashSet<>();
        for (PolicyProblem each : found) {
            Optional<YamlNode> owner = isBeside(each, root) ? Optional.empty() : owner(each, items);
            owner.ifPresent(malformed::add);
            problems.add(
                    new WaiverProblem(
                            owner.map(item -> name(item, items)).orElse("the file"),
                            at(each.line(), each.column()),
                            each.message()));
        }
        if (found.size() >= Validator.MOST_PROBLEMS) {
            // The validator has stopped looking, so nobody knows which waivers are well formed.
            problems.add(
                    new WaiverProblem(
                            "the file",
                            Location.ofFile(file),
                            "holds more than " + Validator.MOST_PROBLEMS + " mistakes"));
        }
        boolean wholeFile = problems.stream().anyMatch(each -> each.id().equals("the file"));
        for (YamlNode item : items) {
            if (item instanceof YamlMapping mapping && !wholeFile && !malformed.contains(item)) {
                waiver(mapping);
            }
        }
    }

    /** Whether the problem is with a key beside the waivers, which may stand behind them. */
    private static boolean isBeside(PolicyProblem problem, YamlNode root) {
        return root instanceof YamlMapping mapping
                && mapping.entries().stream()
                        .filter(entry -> !entry.key().equals("waivers"))
                        .anyMatch(entry ->
                                (entry.keyLine() == problem.line()
                                                && entry.keyColumn() == problem.column())
                                        || (entry.value().line() == problem.line()
                                                && entry.value().column() == problem.column()));
    }

    /** The waiver that a place lies in: the last one that starts before it. */
    private static Optional<YamlNode> owner(PolicyProblem problem, List<YamlNode> items) {
        return items.stream()
                .filter(item ->
                        item.line() < problem.line()
                                || (item.line() == problem.line()
                                        && item.column() <= problem.column()))
                .reduce((earlier, later) -> later);
    }

    private static String name(YamlNode item, List<YamlNode> items) {
        return child(item, "id") instanceof YamlScalar id && !id.text().isBlank()
                ? id.text()
                : "waiver " + (items.indexOf(item) + 1);
    }

    private void waiver(YamlMapping item) {
        YamlMapping scope = (YamlMapping) value(item, "scope");
        List<PathGlob> globs = new ArrayList<>();
        String id = text(item, "id");
        int before = problems.size();
        Integer earlier = lines.putIfAbsent(id, item.line());
        if (earlier != null) {
            problem(id, value(item, "id"), "the id stands twice, first in line " + earlier);
        }
        // An empty list beside another one would mean everything, and it names nothing.
        if (scope.entries().isEmpty()
                || scope.entries().stream().anyMatch(each -> isEmptyList(each.value()))) {
            problem(id, scope, "the scope names nothing (paths, fingerprints or resource)");
        }
        for (YamlScalar path : scalars(child(scope, "paths"))) {
            PathGlob.of(path.text())
                    .ifPresentOrElse(
                            globs::add,
                            () ->
                                    problem(
                                            id,
                                            path,
                                            "'" + path.text() + "' is no path below the root"));
        }
        String check = text(item, "check");
        if (!checks.contains(check)) {
            problem(
                    id,
                    value(item, "check"),
                    "there is no check '"
                            + check
                            + "'"
                            + Nearest.of(check, checks)
                                    .map(near -> ", did you mean '" + near + "'?")
                                    .orElse("; holdfast explain lists every id"));
        }
        if (CheckId.isValid(check) && new CheckId(check).isBookkeeping()) {
            problem(
                    id,
                    value(item, "check"),
                    "what is said of waivers and of the baseline cannot be waived");
        }
        LocalDate created = date(id, item, "created");
        LocalDate expires = date(id, item, "expires");
        if (created != null && expires != null && expires.isBefore(created)) {
            problem(id, value(item, "expires"), "it expires before it was created");
        }
        if (problems.size() > before || created == null || expires == null) {
            return;
        }
        waivers.add(
                new Waiver(
                        id,
                        new CheckId(check),
                        new WaiverScope(
                                globs,
                                Set.copyOf(
                                        scalars(child(scope, "fingerprints")).stream()
                                                .map(YamlScalar::text)
                                                .toList()),
                                resource(scope)),
                        WaiverKind.ofWord(text(item, "kind")),
                        text(item, "reason").strip(),
                        text(item, "owner"),
                        created,
                        expires,
                        child(item, "ticket") instanceof YamlScalar ticket ? ticket.text() : "",
                        at(item.line(), item.column())));
    }

    private @Nullable LocalDate date(String id, YamlMapping item, String key) {
        try {
            return LocalDate.parse(text(item, key));
        } catch (DateTimeException noSuchDay) {
            problem(id, value(item, key), "there is no day " + text(item, key));
            return null;
        }
    }

    private static boolean isEmptyList(YamlNode node) {
        return node instanceof YamlSequence list && list.items().isEmpty();
    }

    private static @Nullable String resource(YamlMapping scope) {
        return child(scope, "resource") instanceof YamlScalar resource ? resource.text() : null;
    }

    private void problem(String id, YamlNode node, String message) {
        problems.add(new WaiverProblem(id, at(node.line(), node.column()), message));
    }

    private Location at(int line, int column) {
        return new Location(file, line, column, line, column, null);
    }

    private static YamlNode value(YamlMapping item, String key) {
        return item.entry(key).map(YamlEntry::value).orElseThrow();
    }

    private static String text(YamlMapping item, String key) {
        return ((YamlScalar) value(item, key)).text();
    }

    private static @Nullable YamlNode child(YamlNode node, String key) {
        return node instanceof YamlMapping mapping
                ? mapping.entry(key).map(YamlEntry::value).orElse(null)
                : null;
    }

    private static List<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlSequence sequence ? sequence.items() : List.of();
    }

    private static List<YamlScalar> scalars(@Nullable YamlNode node) {
        return items(node).stream()
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .toList();
    }
}
