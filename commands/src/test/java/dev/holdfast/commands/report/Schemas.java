package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;

/** Validates JSON against a schema; formats such as date-time count. */
final class Schemas {
    private final Schema schema;

    private Schemas(String text, SpecificationVersion version) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        schema =
                SchemaRegistry.withDefaultDialect(
                                version, builder -> builder.schemaRegistryConfig(config))
                        .getSchema(text);
    }

    static Schemas report() throws IOException {
        return new Schemas(ReportJsonSchema.text(), SpecificationVersion.DRAFT_2020_12);
    }

    static Schemas sarif() throws IOException {
        return new Schemas(Resource.text("sarif-schema-2.1.0.json"), SpecificationVersion.DRAFT_7);
    }

    List<String> errors(String json) {
        return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }

    void accepts(String json) {
        assertEquals(List.of(), errors(json).stream().limit(10).toList());
    }
}
