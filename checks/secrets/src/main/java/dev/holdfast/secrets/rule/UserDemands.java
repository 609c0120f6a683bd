package dev.holdfast.secrets.rule;

import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.Forms;
import java.util.List;

/**
 * What is asked of a user's rule beyond its form: nobody reviews it, and one that is too general
 * would be found everywhere.
 */
final class UserDemands {
    private static final int FEWEST_CHOSEN = 8;

    private UserDemands() {}

    static void check(RuleNode node, RuleEntry rule) {
        if (rule.manner() instanceof Forms forms) {
            List<YamlNode> items = node.items("forms");
            for (int i = 0; i < forms.forms().size(); i++) {
                form(node, items.get(i), forms.forms().get(i).form());
            }
        } else if (rule.manner() instanceof Context context) {
            RuleNode own = RuleNode.of(node.file(), node.node("context").orElseThrow());
            List<YamlNode> items = own.items("values");
            for (int i = 0; i < context.values().size(); i++) {
                chosen(node, items.get(i), context.values().get(i));
            }
        }
        for (String key : List.of("examples", "counterExamples")) {
            if (node.texts(key).isEmpty()) {
                throw node.here(
                        "the key '"
                                + key
                                + "' is missing: a rule of your own says what it finds and what it"
                                + " does not, and both are tried");
            }
        }
    }

    private static void form(RuleNode node, YamlNode item, String form) {
        for (List<Piece> pieces : FormText.read(form)) {
            if (pieces.stream().allMatch(each -> each.literal().isEmpty())) {
                throw node.at(
                        item,
                        "the form has no fixed text, so it would be found everywhere; begin it with"
                                + " the text that all of these tokens begin with, as in"
                                + " 'acme_[a-z0-9]{32}', or use context: with the name that they"
                                + " are assigned to");
            }
        }
        chosen(node, item, form);
    }

    /** A form that has little to choose is a word, and no secret. */
    private static void chosen(RuleNode node, YamlNode item, String form) {
        for (List<Piece> pieces : FormText.read(form)) {
            int least =
                    pieces.stream().filter(each -> !each.optional()).mapToInt(Piece::least).sum();
            if (least < FEWEST_CHOSEN) {
                throw node.at(
                        item,
                        "only "
                                + least
                                + " characters of the form are not fixed, too few for a secret; at"
                                + " least "
                                + FEWEST_CHOSEN
                                + " are needed");
            }
        }
    }
}
