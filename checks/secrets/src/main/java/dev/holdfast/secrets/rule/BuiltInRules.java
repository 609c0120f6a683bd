package dev.holdfast.secrets.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules that are shipped; read once, and made into what finds them when asked for. */
final class BuiltInRules {
    /** The file that the build makes of the YAML files beside it. */
    static final String RESOURCE = "rules.txt";

    static final List<RuleEntry> ENTRIES = read();

    private BuiltInRules() {}

    /** Those known by their form alone. */
    static final class FirstClass {
        static final RuleSet RULES =
                RuleSet.of(
                        ENTRIES.stream()
                                .filter(each -> !(each.manner() instanceof Manner.Context))
                                .toList());

        private FirstClass() {}
    }

    /** Those and the ones that need a name beside them, and the guess. */
    static final class All {
        static final RuleSet RULES = RuleSet.of(ENTRIES).with(new Guess());

        private All() {}
    }

    private static List<RuleEntry> read() {
        try (InputStream resource = BuiltInRules.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the built-in rules are missing: " + RESOURCE);
            }
            return RuleStore.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
