package dev.holdfast.secrets.rule;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlSequence;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.secrets.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules of a user: refused with a place, or rules that scan their own text. */
public final class RulesTarget implements Target {
    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "- {id: a-b, name: x, severity: high, forms: [\"ab_{20,40 A-Za-z0-9}\"]}\n",
                "- id: own\n  name: own key\n  severity: low\n  forms:\n"
                        + "  - {form: \"own-[0-9a-f]{32}\", checksum: crc32-base62}\n"
                        + "  near: {words: [own], otherwise: low}\n  mixture: 2\n",
                "- id: hook\n  name: hook\n  severity: high\n"
                        + "  url: {hosts: [hooks.shop.test], path: \"/[A-Z0-9]{8}/x\"}\n",
                "- id: ctx\n  name: ctx\n  severity: high\n"
                        + "  context: {words: [shop], names: [key], values: [\"[0-9a-f]{40}\"]}\n");
    }

    @Override
    public void run(byte[] input) {
        try {
            YamlNode root = StrictYaml.read(input, "holdfast.yaml");
            if (!(root instanceof YamlSequence list)) {
                return;
            }
            List<RuleEntry> entries = RuleReader.user(list.items(), "holdfast.yaml", Set.of());
            RuleSet rules = RuleSet.of(new ArrayList<>(entries));
            Engine.of(rules.recognizers(), List.of()).scan(input, input.length);
        } catch (UserProblem told) {
            if (!String.valueOf(told.getMessage()).startsWith("holdfast.yaml:")) {
                throw new AssertionError("it does not say where", told);
            }
        }
    }
}
