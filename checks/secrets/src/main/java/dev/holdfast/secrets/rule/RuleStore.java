package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Confidence;
import dev.holdfast.secrets.rule.Manner.Code;
import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.FormEntry;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Near;
import dev.holdfast.secrets.rule.Manner.Url;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in rules in one compact text, which the build makes of the YAML files: fields, each
 * ended by a zero. Reading YAML costs a cold machine more than a scan of staged changes may; this
 * is read without a parser's classes. Examples are left out.
 */
final class RuleStore {
    private static final String VERSION = "holdfast-rules-1";
    private static final char END = '\0';

    private RuleStore() {}

    static String write(List<RuleEntry> rules) {
        StringBuilder out = new StringBuilder();
        write(out, VERSION);
        write(out, String.valueOf(rules.size()));
        for (RuleEntry rule : rules) {
            Kind kind = rule.kind();
            write(out, kind.id());
            write(out, kind.name());
            write(out, kind.provider());
            write(out, kind.severity().name());
            write(out, kind.power());
            write(out, kind.rotation());
            write(out, kind.confidence().name());
            write(out, rule.source());
            write(out, rule.otherwise());
            write(out, rule.manner());
        }
        return out.toString();
    }

    private static void write(StringBuilder out, String text) {
        out.append(text).append(END);
    }

    private static void write(StringBuilder out, List<String> texts) {
        write(out, String.valueOf(texts.size()));
        for (String text : texts) {
            write(out, text);
        }
    }

    private static void write(StringBuilder out, Manner manner) {
        switch (manner) {
            case Forms forms -> {
                write(out, "forms");
                write(out, String.valueOf(forms.forms().size()));
                for (FormEntry form : forms.forms()) {
                    write(out, form.form());
                    write(out, form.digits().name());
                }
                write(out, forms.word() ? "word" : "");
                write(out, forms.judge());
                write(out, String.valueOf(forms.mixture()));
                write(out, forms.near().words());
                write(out, forms.near().otherwise());
            }
            case Url url -> {
                write(out, "url");
                write(out, url.hosts());
                write(out, url.path());
            }
            case Context context -> {
                write(out, "context");
                write(out, context.words());
                write(out, context.names());
                write(out, context.values());
            }
            case Code code -> {
                write(out, "code");
                write(out, code.code());
                write(out, code.recognised());
            }
        }
    }

    /** The rules of a text that {@link #write} made. */
    static List<RuleEntry> read(String text) {
        return new Reader(text).all();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<RuleEntry> all() {
            if (!next().equals(VERSION)) {
                throw new IllegalStateException("the built-in rules are of another version");
            }
            int count = number();
            List<RuleEntry> rules = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rules.add(rule());
            }
            return rules;
        }

        private String next() {
            int end = text.indexOf(END, at);
            String field = text.substring(at, end);
            at = end + 1;
            return field;
        }

        private int number() {
            return Integer.parseInt(next());
        }

        private List<String> texts() {
            int count = number();
            List<String> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                texts.add(next());
            }
            return texts;
        }

        private RuleEntry rule() {
            Kind kind =
                    new Kind(
                            next(),
                            next(),
                            next(),
                            Severity.valueOf(next()),
                            next(),
                            next(),
                            Confidence.valueOf(next()));
            return new RuleEntry(kind, next(), next(), manner(next()), List.of(), List.of());
        }

        private Manner manner(String tag) {
            if (tag.equals("forms")) {
                return forms();
            }
            if (tag.equals("context")) {
                return new Context(texts(), texts(), texts());
            }
            return tag.equals("url") ? new Url(texts(), next()) : new Code(next(), next());
        }

        private Forms forms() {
            int count = number();
            List<FormEntry> forms = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                forms.add(new FormEntry(next(), CheckDigits.valueOf(next())));
            }
            boolean word = !next().isEmpty();
            return new Forms(forms, word, next(), number(), new Near(texts(), next()));
        }
    }
}
