package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.yaml.StrictYaml;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schema that editors use says the same as the validator, as far as it can. */
class JsonSchemaTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String text = Policies.reader().schema();
    private final Schema schema = REGISTRY.getSchema(text, InputFormat.JSON);
    private final Shape.Keys shape = Policies.shape();

    @Test
    void schemaIsItselfValid() {
        Schema meta =
                REGISTRY.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(text, InputFormat.JSON));
        assertFalse(
                meta.validate(text.replace("\"object\"", "\"thing\""), InputFormat.JSON).isEmpty());
    }

    @Test
    void everyKeyHasADescription() {
        long keys = text.lines().filter(line -> line.contains("\"type\" :")).count();
        long descriptions = text.lines().filter(line -> line.contains("\"description\" :")).count();
        assertEquals(keys, descriptions);
    }

    @Test
    void keySaysItsDefaultAndWhatALockLetsItDo() {
        JsonNode properties = new ObjectMapper().readTree(text).get("properties");
        JsonNode sample = properties.get("sample").get("properties");
        assertEquals(10, sample.get("least").get("default").asInt());
        assertEquals("middle", sample.get("mode").get("default").asString());
        assertFalse(sample.get("strict").get("default").asBoolean());
        assertEquals("[\"one\",\"two\"]", sample.get("wanted").get("default").toString());
        assertFalse(sample.get("label").has("default"));
        assertEquals(
                "when it is locked, it may get larger",
                sample.get("least").get("$comment").asString());
        // These hang files together: they have no value that could be locked.
        for (String key : Settings.STRUCTURE) {
            assertFalse(properties.get(key).has("$comment"), key);
        }
        JsonNode environment =
                properties.get("environments").get("additionalProperties").get("properties");
        assertFalse(environment.get("gate").get("properties").get("block").has("default"));
    }

    @Test
    void schemaAndValidatorAgreeOnValidPolicies() {
        long seed = 20_261_105;
        SplittableRandom random = new SplittableRandom(seed);
        RandomPolicies policies = new RandomPolicies(random);
        for (int round = 0; round < 4_000; round++) {
            String json = json(policies.valid(shape));
            String where = "seed " + seed + ", round " + round + ": " + json;
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON), where);
            assertEquals(List.of(), problems(json), where);
        }
    }

    @Test
    void schemaAndValidatorRefuseEveryPlantedFault() {
        long seed = 20_261_106;
        SplittableRandom random = new SplittableRandom(seed);
        RandomPolicies policies = new RandomPolicies(random);
        for (int round = 0; round < 8_000; round++) {
            String json = json(policies.broken(shape, policies.valid(shape)));
            String where = "seed " + seed + ", round " + round + ": " + json;
            assertFalse(problems(json).isEmpty(), where);
            assertFalse(schema.validate(json, InputFormat.JSON).isEmpty(), where);
        }
    }

    @Test
    void globsOfThePolicyAreThoseThatCanBeMatched() {
        long seed = 20_261_107;
        SplittableRandom random = new SplittableRandom(seed);
        String letters = "a./.*?\\ \nü";
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder glob = new StringBuilder();
            for (int i = random.nextInt(7); i > 0; i--) {
                glob.append(letters.charAt(random.nextInt(letters.length())));
            }
            boolean matchable = PathGlob.of(glob.toString()).isPresent();
            String json =
                    JsonText.of(
                            Map.of(
                                    "apiVersion",
                                    "holdfast/v1",
                                    "paths",
                                    Map.of("exclude", List.of(glob.toString()))));
            String where = "seed " + seed + ", round " + round + ": " + json;
            assertEquals(matchable, problems(json).isEmpty(), where);
            assertEquals(matchable, schema.validate(json, InputFormat.JSON).isEmpty(), where);
            refused += matchable ? 0 : 1;
        }
        assertTrue(refused > 1_000 && refused < 19_000, refused + " refused");
    }

    private List<PolicyProblem> problems(String json) {
        // Every JSON text is YAML (YAML 1.2.2, section 1.2).
        return Validator.validate(StrictYaml.read(Policies.bytes(json), "f.yaml"), shape, "f.yaml");
    }

    private static String json(Object value) {
        Object plain = RandomPolicies.withNulls(value);
        return plain == null ? "null" : JsonText.of(plain);
    }
}
