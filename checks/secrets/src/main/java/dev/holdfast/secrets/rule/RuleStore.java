package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.rule.Manner.Code;
import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.FormEntry;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Near;
import dev.holdfast.secrets.rule.Manner.Url;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in rules in one compact file, which the build makes of the YAML files: reading YAML
 * costs a cold machine more than a scan of staged changes may. Examples are left out.
 */
final class RuleStore {
    private static final int VERSION = 1;

    private RuleStore() {}

    static void write(List<RuleEntry> rules, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeShort(rules.size());
        for (RuleEntry rule : rules) {
            Kind kind = rule.kind();
            out.writeUTF(kind.id());
            out.writeUTF(kind.name());
            out.writeUTF(kind.provider());
            out.writeUTF(kind.severity().name());
            out.writeUTF(kind.power());
            out.writeUTF(kind.rotation());
            out.writeUTF(rule.source());
            out.writeUTF(rule.confidence().name());
            out.writeUTF(rule.otherwise());
            write(rule.manner(), out);
        }
    }

    private static void write(Manner manner, DataOutput out) throws IOException {
        switch (manner) {
            case Forms forms -> {
                out.writeByte(0);
                out.writeShort(forms.forms().size());
                for (FormEntry form : forms.forms()) {
                    out.writeUTF(form.form());
                    out.writeUTF(form.digits().name());
                }
                out.writeBoolean(forms.word());
                out.writeUTF(forms.judge());
                out.writeByte(forms.mixture());
                writeTexts(forms.near().words(), out);
                out.writeUTF(forms.near().otherwise());
            }
            case Url url -> {
                out.writeByte(1);
                writeTexts(url.hosts(), out);
                out.writeUTF(url.path());
            }
            case Context context -> {
                out.writeByte(2);
                writeTexts(context.words(), out);
                writeTexts(context.names(), out);
                writeTexts(context.values(), out);
            }
            case Code code -> {
                out.writeByte(3);
                out.writeUTF(code.code());
                out.writeUTF(code.recognised());
            }
        }
    }

    private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static List<RuleEntry> read(DataInput in) throws IOException {
        if (in.readByte() != VERSION) {
            throw new IOException("the built-in rules are of another version");
        }
        int count = in.readUnsignedShort();
        List<RuleEntry> rules = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String id = in.readUTF();
            String name = in.readUTF();
            String provider = in.readUTF();
            Severity severity = Severity.valueOf(in.readUTF());
            Kind kind = new Kind(id, name, provider, severity, in.readUTF(), in.readUTF());
            String source = in.readUTF();
            Confidence confidence = Confidence.valueOf(in.readUTF());
            String otherwise = in.readUTF();
            rules.add(
                    new RuleEntry(
                            kind, source, confidence, otherwise, manner(in), List.of(), List.of()));
        }
        return rules;
    }

    private static Manner manner(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case 0 -> forms(in);
            case 1 -> new Url(texts(in), in.readUTF());
            case 2 -> new Context(texts(in), texts(in), texts(in));
            case 3 -> new Code(in.readUTF(), in.readUTF());
            default -> throw new IOException("the built-in rules are broken");
        };
    }

    private static Forms forms(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        List<FormEntry> forms = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            forms.add(new FormEntry(in.readUTF(), CheckDigits.valueOf(in.readUTF())));
        }
        boolean word = in.readBoolean();
        String judge = in.readUTF();
        int mixture = in.readByte();
        return new Forms(forms, word, judge, mixture, new Near(texts(in), in.readUTF()));
    }

    private static List<String> texts(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
