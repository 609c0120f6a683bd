package dev.holdfast.core.ignore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one ignore file, laid out for many questions: rules without a wildcard are looked
 * up, the others are tried from the last one on.
 */
final class RuleFile {
    private final Literals names = new Literals();
    private final Literals paths = new Literals();
    // By the byte that whatever fits ends with, which a name and its path have in common.
    private final Map<Character, List<WildcardRule>> ending = new HashMap<>();
    private final List<WildcardRule> open = new ArrayList<>();

    private record WildcardRule(Rule rule, Wildcard wildcard) {}

    /** The last rule for each text. */
    private static final class Literals {
        private final Map<String, Rule> any = new HashMap<>();
        private final Map<String, Rule> folders = new HashMap<>();

        void add(String text, Rule rule) {
            (rule.onlyFolders() ? folders : any).put(text, rule);
        }

        boolean isEmpty() {
            return any.isEmpty() && folders.isEmpty();
        }

        @Nullable Rule last(String text, boolean isFolder) {
            return isFolder ? later(any.get(text), folders.get(text)) : any.get(text);
        }
    }

    private RuleFile() {}

    static RuleFile of(byte[] file) {
        RuleFile made = new RuleFile();
        RuleReader.read(file).forEach(made::add);
        return made;
    }

    private void add(Rule rule) {
        Wildcard wildcard = Wildcard.of(rule.pattern());
        if (wildcard == null) {
            return;
        }
        String literal = wildcard.literal();
        if (literal == null) {
            Character last = wildcard.last();
            (last == null ? open : ending.computeIfAbsent(last, none -> new ArrayList<>()))
                    .add(new WildcardRule(rule, wildcard));
        } else {
            (rule.anchored() ? paths : names).add(literal, rule);
        }
    }

    boolean isEmpty() {
        return names.isEmpty() && paths.isEmpty() && ending.isEmpty() && open.isEmpty();
    }

    /**
     * The last rule that fits.
     *
     * @param name the last name of the path, not empty
     * @param path the whole path below the folder of this file
     */
    @Nullable Rule last(String name, String path, boolean isFolder) {
        Rule last = later(names.last(name, isFolder), paths.last(path, isFolder));
        List<WildcardRule> same = ending.getOrDefault(name.charAt(name.length() - 1), List.of());
        return last(open, last(same, last, name, path, isFolder), name, path, isFolder);
    }

    private static @Nullable Rule last(
            List<WildcardRule> rules,
            @Nullable Rule known,
            String name,
            String path,
            boolean isFolder) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i).rule();
            if (known != null && known.order() > rule.order()) {
                break;
            }
            if ((isFolder || !rule.onlyFolders())
                    && rules.get(i).wildcard().matches(rule.anchored() ? path : name)) {
                return rule;
            }
        }
        return known;
    }

    private static @Nullable Rule later(@Nullable Rule one, @Nullable Rule other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.order() > other.order() ? one : other;
    }
}
