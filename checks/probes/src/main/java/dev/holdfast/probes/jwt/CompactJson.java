package dev.holdfast.probes.jwt;

import dev.holdfast.core.json.JsonText;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON without white space, as tokens have it. */
final class CompactJson {
    private CompactJson() {}

    /** An object with these members in their order. A name may stand there twice. */
    static String of(List<Map.Entry<String, Object>> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out =
                JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            for (Map.Entry<String, Object> member : members) {
                out.writeName(member.getKey());
                JsonText.write(out, member.getValue());
            }
            out.writeEndObject();
        }
        return text.toString();
    }
}
