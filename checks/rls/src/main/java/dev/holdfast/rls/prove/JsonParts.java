package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Parts of JSON that the tenancy spec writes down (PostgreSQL documentation, 9.16). */
final class JsonParts {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private JsonParts() {}

    /** A member of an object: its text as {@code ->} gives it, and as {@code ->>} does. */
    private record Member(String json, Optional<String> text, boolean readable) {}

    /** What {@code ->} or {@code ->>} gives, when the object and the key are known. */
    static Optional<Term> part(
            Operator operator, Term json, Term key, Constants constants, long type) {
        boolean asText = operator.name().equals("->>");
        boolean known =
                json.known().map(KnownText::json).orElse(false)
                        && key.known().map(KnownText::isConstant).orElse(false);
        if (!known || !(asText || operator.name().equals("->"))) {
            return Optional.empty();
        }
        return members(json.known().get().template())
                .flatMap(members ->
                        part(
                                members.get(key.known().get().template()),
                                asText,
                                json.isNull(),
                                constants,
                                type));
    }

    private static Optional<Term> part(
            @Nullable Member member,
            boolean asText,
            Formula isNull,
            Constants constants,
            long type) {
        if (member != null && asText && !member.readable()) {
            return Optional.empty();
        }
        if (member == null || (asText && member.text().isEmpty())) {
            return Optional.of(
                    new Term(
                            new Value.Constant("null", "", false), Formula.TRUE, Optional.empty()));
        }
        KnownText text =
                asText
                        ? new KnownText(member.text().get(), false)
                        : new KnownText(member.json(), true);
        return Optional.of(constants.known(text, type, isNull));
    }

    /** The members of an object; nothing when the text is no object or names one twice. */
    private static Optional<Map<String, Member>> members(String template) {
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), template)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Member> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (members.put(name, member(parser, template)) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(members);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Member member(JsonParser parser, String template) {
        JsonToken token = parser.currentToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String text = parser.getString();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        String json = template.substring(start, end);
        return switch (token) {
            case VALUE_NULL -> new Member(json, Optional.empty(), true);
            case VALUE_STRING -> new Member(json, Optional.of(text), true);
            case VALUE_TRUE, VALUE_FALSE -> new Member(json, Optional.of(json), true);
            // jsonb writes numbers, objects and arrays in a form of its own.
            default -> new Member(json, Optional.of(json), PLAIN_NUMBER.matcher(json).matches());
        };
    }
}
