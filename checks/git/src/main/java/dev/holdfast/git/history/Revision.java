package dev.holdfast.git.history;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.ObjectType;
import dev.holdfast.git.refs.ReferenceLogs;
import dev.holdfast.git.refs.References;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user means by a revision (gitrevisions(7)): a name of an object, whole or its beginning, a
 * reference, HEAD, and from there {@code ~n}, {@code ^n}, {@code ^{commit}} and {@code @{n}}.
 */
final class Revision {
    private static final int SHORTEST = 4;
    private static final int LONGEST_SHOWN = 100;
    private static final String UNDERSTOOD =
            "a revision is the name of a commit, a branch or a tag, or HEAD, with ~n, ^n or @{n}"
                    + " behind it";

    private final ObjectStore store;
    private final ObjectGraph graph;
    private final References references;
    private final ReferenceLogs logs;
    private final String text;
    private int at;

    Revision(
            ObjectStore store,
            ObjectGraph graph,
            References references,
            ReferenceLogs logs,
            String text) {
        this.store = store;
        this.graph = graph;
        this.references = references;
        this.logs = logs;
        this.text = text;
    }

    /**
     * The number of the commit.
     *
     * @throws UserProblem when there is none
     */
    int commit() {
        int object = base();
        while (at < text.length()) {
            object = step(object);
        }
        return peeled(object);
    }

    private int base() {
        int end = 0;
        while (end < text.length() && "~^".indexOf(text.charAt(end)) < 0) {
            if (text.startsWith("@{", end)) {
                break;
            }
            end++;
        }
        String name = text.substring(0, end);
        at = end;
        if (text.startsWith("@{", at)) {
            return before(name);
        }
        return number(object(name.equals("@") ? "HEAD" : name));
    }

    /**
     * {@code name@{n}}; of the branch of HEAD when there is no name, of HEAD itself after one @.
     */
    private int before(String name) {
        String reference =
                switch (name) {
                    case "" -> references.branch().orElse("HEAD");
                    case "@" -> "HEAD";
                    default -> references.fullName(name).orElseThrow(() -> unknown(name));
                };
        at += 2;
        int number = digits(-1);
        if (number < 0 || at >= text.length() || text.charAt(at) != '}') {
            throw notUnderstood();
        }
        at++;
        return number(
                logs.before(reference, number)
                        .orElseThrow(
                                () -> problem("goes further back than the log of its reference")));
    }

    private String object(String name) {
        int length = 2 * store.format().length();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isHex = !lower.isEmpty() && lower.matches("[0-9a-f]+");
        if (isHex && lower.length() == length) {
            return lower;
        }
        Optional<String> reference =
                references.fullName(name).flatMap(full -> references.object(full));
        if (reference.isPresent()) {
            return reference.get();
        }
        if (isHex && lower.length() >= SHORTEST && lower.length() < length) {
            String found = beginning(lower);
            if (found != null) {
                return found;
            }
        }
        throw unknown(name);
    }

    /** The only object whose name begins so, or the only commit or tag among several. */
    private @Nullable String beginning(String prefix) {
        List<Integer> all = new ArrayList<>();
        byte[] name = new byte[store.format().length()];
        byte[] start = HexFormat.of().parseHex(prefix.substring(0, prefix.length() & ~1));
        for (int number = 0; number < store.size(); number++) {
            store.name(number, name);
            boolean begins = true;
            for (int i = 0; begins && i < start.length; i++) {
                begins = name[i] == start[i];
            }
            if (begins
                    && store.find(name, 0) == number
                    && HexFormat.of().formatHex(name).startsWith(prefix)) {
                all.add(number);
            }
        }
        List<Integer> commits =
                all.stream()
                        .filter(number ->
                                graph.kind(number) == ObjectType.COMMIT
                                        || graph.kind(number) == ObjectType.TAG)
                        .toList();
        if (all.size() > 1 && commits.size() != 1) {
            throw problem("is the beginning of the names of " + all.size() + " objects");
        }
        List<Integer> meant = all.size() > 1 ? commits : all;
        return meant.isEmpty() ? null : store.hex(meant.getFirst());
    }

    private int step(int object) {
        if (text.startsWith("^{commit}", at)) {
            at += "^{commit}".length();
            return peeled(object);
        }
        if (text.startsWith("^{}", at)) {
            at += 3;
            return peeled(object);
        }
        char kind = text.charAt(at++);
        int number = digits(1);
        if (kind == '^') {
            if (at < text.length() && text.charAt(at) == '{') {
                throw notUnderstood();
            }
            int commit = peeled(object);
            return number == 0 ? commit : parent(commit, number);
        }
        if (kind != '~') {
            throw notUnderstood();
        }
        int commit = peeled(object);
        for (int i = 0; i < number; i++) {
            commit = parent(commit, 1);
        }
        return commit;
    }

    private int digits(int none) {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at - start > 9) {
            throw notUnderstood();
        }
        return at == start ? none : Integer.parseInt(text, start, at, 10);
    }

    private int parent(int commit, int number) {
        int[] named = graph.named(commit);
        if (number >= named.length) {
            throw problem("goes back to before the first commit");
        }
        int parent = named[number];
        if (parent < 0) {
            throw problem("goes back to a commit that is missing from the repository");
        }
        return peeled(parent);
    }

    /** The commit that an object is, or that a tag of it leads to. */
    private int peeled(int object) {
        int each = object;
        for (int steps = 0; steps < store.size() && graph.kind(each) == ObjectType.TAG; steps++) {
            int[] target = graph.named(each);
            if (target.length == 0 || target[0] < 0) {
                throw problem("is a tag of what is missing from the repository");
            }
            each = target[0];
        }
        if (graph.kind(each) != ObjectType.COMMIT || graph.named(each).length == 0) {
            throw problem("names no commit that can be read");
        }
        return each;
    }

    private int number(String object) {
        int found = store.find(HexFormat.of().parseHex(object), 0);
        if (found < 0) {
            throw problem("names an object that is missing from the repository");
        }
        return found;
    }

    private UserProblem problem(String what) {
        return new UserProblem("the revision " + shown(text) + " " + what, null);
    }

    private UserProblem notUnderstood() {
        return new UserProblem(
                "the revision " + shown(text) + " has a form that is not understood", UNDERSTOOD);
    }

    private UserProblem unknown(String name) {
        List<String> known = new ArrayList<>(List.of("HEAD"));
        for (String each : references.names()) {
            known.add(each);
            known.add(each.replaceFirst("^refs/(heads/|tags/|remotes/)?", ""));
        }
        return new UserProblem(
                "the repository has no revision " + shown(name),
                Nearest.of(name, known)
                        .map(near -> "did you mean " + shown(near) + "?")
                        .orElse(UNDERSTOOD));
    }

    private static String shown(String name) {
        return "\"" + OneLine.of(name, LONGEST_SHOWN) + "\"";
    }
}
