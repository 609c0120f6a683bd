package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that AWS publishes for Signature Version 4. */
final class AwsSignatureTest {
    private static final String ID = "AKID" + "EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/" + "K7MDENG+bPxRfiCY" + "EXAMPLEKEY";
    private static final Instant AT = Instant.parse("2015-08-30T12:36:00Z");

    /** "Deriving the signing key" of the general reference. */
    @Test
    void derivesTheSigningKeyOfTheDocumentation() {
        assertEquals(
                "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
                HexFormat.of()
                        .formatHex(
                                new AwsSignature("us-east-1", "iam")
                                        .signingKey(SECRET, "20150830")));
    }

    /** The same page's request of ListUsers. */
    @Test
    void signsTheRequestOfTheDocumentation() {
        assertEquals(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
                new AwsSignature("us-east-1", "iam")
                        .authorization(
                                ID,
                                SECRET,
                                "GET",
                                "/?Action=ListUsers&Version=2010-05-08",
                                Map.of(
                                        "Content-Type",
                                        "application/x-www-form-urlencoded; charset=utf-8",
                                        "Host",
                                        "iam.amazonaws.com",
                                        "X-Amz-Date",
                                        "20150830T123600Z"),
                                "",
                                AT));
    }

    /** get-vanilla and post-vanilla of the test suite of Signature Version 4. */
    @Test
    void signsTheVectorsOfTheSuite() {
        assertEquals(
                "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
                vector("GET", SECRET));
        assertEquals(
                "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
                vector("POST", SECRET));
        assertNotEquals(vector("GET", SECRET), vector("GET", SECRET + "a"));
    }

    @Test
    void doesNotShowTheSecret() {
        assertFalse(vector("GET", SECRET).contains(SECRET));
        assertFalse(new AwsSignature("us-east-1", "sts").toString().contains(SECRET));
    }

    private static String vector(String method, String secret) {
        return new AwsSignature("us-east-1", "service")
                .authorization(
                        ID,
                        secret,
                        method,
                        "/",
                        Map.of("Host", "example.amazonaws.com", "X-Amz-Date", "20150830T123600Z"),
                        "",
                        AT)
                .replaceAll(".*Signature=", "");
    }
}
