package dev.holdfast.probes.wire.redaction;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes out of any text every secret that the run has resolved, in the forms in which it may come
 * back (a service may echo it), and what looks like a secret. In its place stands the beginning of
 * its SHA-256. Safe for several threads; what is clean stays as it is.
 */
public final class Redaction {
    private static final int SHORTEST_ENCODING = 8;

    // A longer one first: what is left of it after a part was taken out would stay.
    private final TreeSet<String> known =
            new TreeSet<>(
                    Comparator.comparingInt(String::length)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()));

    private final SecretNames names = new SecretNames();
    private final Set<String> values = new TreeSet<>();
    private final Set<String> encodings = new TreeSet<>();
    private volatile Known now = new Known(List.of(), new Pieces(List.of(), List.of()));

    private record Known(List<String> forms, Pieces pieces) {
        /** Says nothing of them. */
        @Override
        public String toString() {
            return forms.size() + " forms";
        }
    }

    /** From now on this secret, its parts and its encodings are taken out. */
    public void learn(String secret) {
        Set<String> more = SecretForms.of(secret);
        synchronized (known) {
            if (known.addAll(more)) {
                for (String value : SecretForms.innermost(secret)) {
                    Set<String> encoded = SecretForms.wholly(value);
                    values.add(value);
                    encodings.addAll(encoded);
                    // Too short to be found by its pieces.
                    encoded.stream()
                            .filter(each -> each.length() >= SHORTEST_ENCODING)
                            .filter(_ -> value.length() < Pieces.LENGTH)
                            .forEach(known::add);
                }
                now =
                        new Known(
                                List.copyOf(known),
                                new Pieces(List.copyOf(values), List.copyOf(encodings)));
            }
        }
    }

    /** From now on what a member of JSON or a pair of a form with that name holds is taken out. */
    public void learnMember(String name) {
        names.member(name);
    }

    /** From now on what a header field of that name holds is taken out. */
    public void learnField(String name) {
        names.field(name);
    }

    /** The text without secrets. */
    public String text(String text) {
        Known secrets = now;
        String clean = text;
        for (String form : secrets.forms()) {
            if (clean.contains(form)) {
                clean = clean.replace(form, Mask.of(form));
            }
        }
        return names.redact(SecretPatterns.redact(secrets.pieces().redact(clean)));
    }

    /** The fields without secrets: those that carry some by their name lose their value. */
    public Fields fields(Fields fields) {
        return new Fields(fields.lines().stream().map(this::field).toList());
    }

    /** The exchange as it may be stored. */
    public Exchange exchange(Exchange exchange) {
        Request asked = exchange.request();
        Response answer = exchange.response();
        return new Exchange(
                text(exchange.url()),
                new Request(
                        asked.method(),
                        text(asked.path()),
                        fields(asked.fields()),
                        body(asked.body()),
                        asked.identity(),
                        asked.intent(),
                        asked.exact(),
                        asked.plain()),
                new Response(answer.status(), fields(answer.fields()), body(answer.body())),
                exchange.at());
    }

    private Field field(Field field) {
        Field clean = names.redact(SecretFields.redact(field));
        return new Field(text(clean.name()), text(clean.value()));
    }

    // Byte for byte one letter each, so that a body that is no text comes back as it was.
    private Body body(Body body) {
        String seen = body.text(StandardCharsets.ISO_8859_1);
        String clean = text(seen);
        return clean.equals(seen)
                ? body
                : new Body(clean.getBytes(StandardCharsets.ISO_8859_1), body.cut());
    }
}
