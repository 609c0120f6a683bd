package dev.holdfast.secrets.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules that are shipped; read once. */
final class BuiltInRules {
    /** The file that the build makes of the YAML files beside it. */
    static final String RESOURCE = "rules.txt";

    static final RuleSet FIRST_CLASS =
            RuleSet.of(
                    read().stream()
                            .filter(each -> !(each.manner() instanceof Manner.Context))
                            .toList());

    static final RuleSet ALL = RuleSet.of(read()).with(new GenericRule());

    private BuiltInRules() {}

    static List<RuleEntry> read() {
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
