package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Recognizer;
import java.util.ArrayList;
import java.util.List;

/** Makes recognisers of rules that are written down. */
final class WrittenRules {

    private WrittenRules() {}

    static Recognizer recognizer(RuleEntry entry) {
        return entry.keywords().isEmpty()
                ? PrefixRule.of(entry.kind(), forms(entry).toArray(Form[]::new))
                : new ContextRule(entry.kind(), entry.keywords(), shapes(entry));
    }

    static Described described(RuleEntry entry) {
        String words =
                entry.keywords().isEmpty()
                        ? ""
                        : "assigned to a name with " + String.join(" or ", entry.keywords()) + ": ";
        return Described.of(
                entry.kind().rule(),
                words + String.join(" or ", entry.forms()).replace("|", " or "));
    }

    private static List<Form> forms(RuleEntry entry) {
        List<Form> forms = new ArrayList<>();
        for (String text : entry.forms()) {
            for (List<Piece> pieces : FormText.read(text)) {
                Piece first = pieces.getFirst();
                List<Piece> rest = new ArrayList<>(pieces);
                rest.set(
                        0,
                        new Piece(
                                "", first.bytes(), first.least(), first.most(), first.optional()));
                forms.add(Form.of(first.literal(), Shape.of(rest)));
            }
        }
        return forms;
    }

    private static List<Shape> shapes(RuleEntry entry) {
        List<Shape> shapes = new ArrayList<>();
        for (String text : entry.forms()) {
            FormText.read(text).forEach(pieces -> shapes.add(Shape.of(pieces)));
        }
        return shapes;
    }
}
