package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment.Verdict;
import dev.holdfast.secrets.engine.TokenMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made to be seen is never called a leak. */
class PublicByDesignTest {
    private final TokenForge forge = new TokenForge(70);

    private Map<String, String> kinds() {
        String uuid =
                forge.text(Alphabet.HEX, 8)
                        + "-"
                        + forge.text(Alphabet.HEX, 4)
                        + "-4"
                        + forge.text(Alphabet.HEX, 3)
                        + "-9"
                        + forge.text(Alphabet.HEX, 3)
                        + "-"
                        + forge.text(Alphabet.HEX, 12);
        String hex32 = forge.text(Alphabet.HEX, 32);
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("Stripe publishable", "pk_" + "live_51" + forge.text(Alphabet.BASE62, 97));
        kinds.put("Stripe test publishable", "pk_" + "test_" + forge.text(Alphabet.BASE62, 24));
        kinds.put(
                "Clerk publishable", "pk_" + "live_" + TokenForge.base64url("clerk.shop.example$"));
        kinds.put("Supabase publishable", "sb_" + "publishable_" + forge.text(Alphabet.BASE62, 31));
        kinds.put("Supabase anon", forge.jwt("{\"iss\":\"supabase\",\"role\":\"anon\"}"));
        kinds.put("Turnstile site key", "0x4AAAAAA" + forge.text(Alphabet.BASE62, 13));
        kinds.put("reCAPTCHA site key", "6L" + forge.text(Alphabet.BASE64URL, 38));
        kinds.put("hCaptcha site key", uuid);
        kinds.put("PostHog project", "phc_" + forge.text(Alphabet.BASE62, 43));
        kinds.put(
                "Mapbox public",
                "pk."
                        + "eyJ1Ijoi"
                        + forge.text(Alphabet.BASE62, 50)
                        + "."
                        + forge.text(Alphabet.BASE62, 22));
        kinds.put("Sentry DSN", "https://" + hex32 + "@o123456.ingest.sentry.io/4501234567890123");
        kinds.put("PubNub subscribe", "sub-c-" + uuid);
        kinds.put("PubNub publish", "pub-c-" + uuid);
        kinds.put("LaunchDarkly client", forge.text(Alphabet.HEX, 24));
        kinds.put("Datadog client token", "pub" + hex32);
        kinds.put("Paddle client token", "live_" + forge.text(Alphabet.LOWER, 27));
        kinds.put("Paddle test client token", "test_" + forge.text(Alphabet.LOWER, 27));
        kinds.put("Plaid link token", "link-production-" + uuid);
        kinds.put("Plaid public token", "public-sandbox-" + uuid);
        kinds.put("Application Insights key", "InstrumentationKey=" + uuid);
        kinds.put("Google Analytics", "G-" + forge.text(Alphabet.UPPER, 10));
        kinds.put("Google Tag Manager", "GTM-" + forge.text(Alphabet.UPPER, 7));
        kinds.put(
                "Google OAuth client id",
                "123456789012-" + forge.text(Alphabet.LOWER, 32) + ".apps.googleusercontent.com");
        kinds.put("Firebase app id", "1:123456789012:web:" + forge.text(Alphabet.HEX, 22));
        kinds.put("Algolia search key", hex32);
        kinds.put("Algolia application", forge.text(Alphabet.UPPER, 10));
        kinds.put("Amplitude", hex32);
        kinds.put("Mixpanel", hex32);
        kinds.put("Segment write key", forge.text(Alphabet.BASE62, 32));
        kinds.put("Pusher key", forge.text(Alphabet.HEX, 20));
        kinds.put("Intercom app", forge.text(Alphabet.LOWER, 8));
        kinds.put("VAPID public key", "B" + forge.text(Alphabet.BASE64URL, 86));
        kinds.put("Twilio account", "Twilio AC" + hex32);
        kinds.put("AWS Cognito pool", "eu-central-1_" + forge.text(Alphabet.BASE62, 9));
        kinds.put("AWS identity pool", "eu-central-1:" + uuid);
        kinds.put("Auth0 client id", forge.text(Alphabet.BASE62, 32));
        kinds.put("Contentful space", forge.text(Alphabet.LOWER, 12));
        kinds.put("LogRocket app", forge.text(Alphabet.LOWER, 6) + "/shop");
        kinds.put("Hotjar site", "3141592");
        kinds.put("Facebook pixel", "123456789012345");
        return kinds;
    }

    @Test
    void noneOfThemIsALeak() {
        Map<String, String> kinds = kinds();
        assertTrue(kinds.size() >= 40);
        kinds.forEach((kind, value) -> {
            for (String text :
                    List.of("key:\"" + value + "\"", "`" + value + "`", "\\\"" + value + "\\\"")) {
                for (TokenMatch match : Scans.tokens(text)) {
                    assertEquals(
                            Verdict.PUBLIC_BY_DESIGN,
                            match.assessment().verdict(),
                            kind + " as " + match.rule().info().id());
                    assertEquals(Severity.INFO, match.assessment().severity(), kind);
                }
            }
        });
    }

    @Test
    void saysSoOfThoseThatAreKnown() {
        List<String> told = new ArrayList<>();
        for (String text : kinds().values()) {
            Scans.tokens("\"" + text + "\"").forEach(match -> told.add(Scans.id(match)));
        }
        assertTrue(
                told.containsAll(
                        List.of(
                                "stripe-publishable-key",
                                "supabase-publishable-key",
                                "supabase-anon-key",
                                "posthog-project-key",
                                "mapbox-public-token")),
                told.toString());
    }

    private String google() {
        return "AI" + "za" + "Sy" + forge.text(Alphabet.BASE62, 33);
    }

    private static boolean isOpen(String text, String key) {
        List<TokenMatch> tokens = Scans.tokens(text);
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TokenMatch match =
                tokens.stream()
                        .filter(each -> Scans.value(bytes, each).equals(key))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("not found in " + text));
        return match.assessment().verdict() == Verdict.PUBLIC_BY_DESIGN;
    }

    @Test
    void theKeyOfAFirebaseConfigurationIsPublic() {
        String key = google();
        String rest =
                "authDomain:\"shop.firebaseapp.com\",projectId:\"shop\",messagingSenderId:\"12\"";
        for (String text :
                List.of(
                        "initializeApp({apiKey:\"" + key + "\"," + rest + "})",
                        "var c={" + rest + ",apiKey:'" + key + "'};",
                        "({\n  apiKey: `" + key + "`,\n  authDomain: `x`,\n})",
                        "{\"apiKey\":\"" + key + "\",\"authDomain\":\"x\"}",
                        "{\\\"apiKey\\\":\\\"" + key + "\\\",\\\"authDomain\\\":\\\"x\\\"}",
                        "{a:{b:1},apiKey:\"" + key + "\",c:{d:{}},storageBucket:\"x\"}",
                        "{VITE_FIREBASE_API_KEY:\"" + key + "\"}",
                        "NEXT_PUBLIC_FIREBASE_API_KEY=" + key)) {
            assertTrue(isOpen(text, key), text);
        }
    }

    @Test
    void anotherKeyOfGoogleIsNot() {
        String key = google();
        String configuration = "{apiKey:\"" + google() + "\",authDomain:\"shop.firebaseapp.com\"}";
        for (String text :
                List.of(
                        "\"" + key + "\"",
                        "fetch(`https://maps.googleapis.com/maps/api/js?key=" + key + "`)",
                        "new Loader({apiKey:\"" + key + "\",version:\"weekly\"})",
                        "f(" + configuration + ");m={mapsKey:\"" + key + "\"}",
                        "f(" + configuration + ");m={apiKey:\"" + key + "\"}",
                        "{firebase:" + configuration + ",maps:{apiKey:\"" + key + "\"}}",
                        "{VITE_MAPS_API_KEY:\"" + key + "\",VITE_FIREBASE_AUTH_DOMAIN:\"x\"}",
                        "const firebaseapp=1,k=\"" + key + "\"")) {
            assertEquals(false, isOpen(text, key), text);
        }
    }
}
