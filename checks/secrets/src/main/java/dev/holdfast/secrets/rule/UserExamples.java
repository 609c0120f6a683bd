package dev.holdfast.secrets.rule;

import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Tries the examples of a user's rule, with that rule alone. */
final class UserExamples {
    private static final int ROUNDS = 8;
    // A random token may lack what the rule asks for by chance.
    private static final int DRAWS = 40;

    private final RuleEntry rule;
    private final RuleNode node;
    private final Random random;
    private final Engine engine;

    UserExamples(RuleEntry rule, RuleNode node, Random random) {
        this.rule = rule;
        this.node = node;
        this.random = random;
        this.engine = Engine.of(RuleSet.of(List.of(rule)).recognizers(), List.of());
    }

    /**
     * Tries all of them.
     *
     * @throws dev.holdfast.core.problem.UserProblem at the first that is not what it says
     */
    void check() {
        List<YamlNode> examples = node.items("examples");
        for (int i = 0; i < examples.size(); i++) {
            for (int round = 0; round < ROUNDS; round++) {
                example(examples.get(i), rule.examples().get(i));
            }
        }
        List<YamlNode> others = node.items("counterExamples");
        for (int i = 0; i < others.size(); i++) {
            for (int round = 0; round < ROUNDS; round++) {
                ExampleText text = ExampleText.of(rule, rule.counterExamples().get(i), random);
                if (!found(text.text()).isEmpty()) {
                    throw node.at(
                            others.get(i),
                            "the rule '"
                                    + rule.kind().id()
                                    + "' finds something in this counter-"
                                    + "example");
                }
            }
        }
    }

    private void example(YamlNode place, String template) {
        for (int draw = 0; draw < DRAWS; draw++) {
            ExampleText text = ExampleText.of(rule, template, random);
            List<Match> found = found(text.text());
            if (found.isEmpty()) {
                continue;
            }
            boolean there =
                    text.start() == text.end()
                            || found.stream()
                                    .anyMatch(each ->
                                            each.start() == bytes(text.text(), text.start())
                                                    && each.end()
                                                            == bytes(text.text(), text.end()));
            if (there) {
                return;
            }
            throw node.at(
                    place,
                    "the rule '"
                            + rule.kind().id()
                            + "' finds something in this example, and not what stands between «"
                            + " and »");
        }
        throw node.at(place, "the rule '" + rule.kind().id() + "' finds nothing in this example");
    }

    private static int bytes(String text, int characters) {
        return text.substring(0, characters).getBytes(StandardCharsets.UTF_8).length;
    }

    private List<Match> found(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return engine.scan(bytes, bytes.length);
    }
}
