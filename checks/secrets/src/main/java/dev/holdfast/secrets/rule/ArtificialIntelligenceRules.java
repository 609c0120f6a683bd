package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import java.util.List;
import java.util.Map;

/** Tokens of providers of language models. */
final class ArtificialIntelligenceRules {
    private static final String OPENAI = "https://platform.openai.com/api-keys";
    // "OpenAI" in base64; it stands inside every key of theirs.
    private static final String MARK = "T3BlbkFJ";

    private ArtificialIntelligenceRules() {}

    static List<PrefixRule> all() {
        Kind openai =
                new Kind(
                        "openai-api-key",
                        "OpenAI API key",
                        "OpenAI",
                        CRITICAL,
                        "spends the account's money and reads what it stored",
                        OPENAI);
        return List.of(
                PrefixRule.judged(
                        openai,
                        (bytes, length, start, end) ->
                                openai.leaked(
                                        openai.severity(),
                                        Map.of("mark", Latin1.find(bytes, start, end, MARK) > 0)),
                        Bytes.BASE64URL,
                        40,
                        200,
                        "sk-proj-",
                        "sk-svcacct-",
                        "sk-admin-"),
                PrefixRule.judged(
                        new Kind(
                                "openai-legacy-key",
                                "OpenAI API key of the first form",
                                "OpenAI",
                                CRITICAL,
                                "spends the account's money",
                                OPENAI),
                        (bytes, length, start, end) ->
                                Latin1.find(bytes, start + 23, start + 31, MARK) == start + 23
                                        ? openai.leaked()
                                        : null,
                        Bytes.BASE62,
                        48,
                        48,
                        "sk-"),
                PrefixRule.of(
                        new Kind(
                                "anthropic-api-key",
                                "Anthropic API key",
                                "Anthropic",
                                CRITICAL,
                                "spends the account's money",
                                "https://console.anthropic.com/settings/keys"),
                        Bytes.BASE64URL,
                        80,
                        120,
                        "sk-ant-api03-",
                        "sk-ant-admin01-"),
                PrefixRule.of(
                        new Kind(
                                "huggingface-token",
                                "Hugging Face token",
                                "Hugging Face",
                                HIGH,
                                "reads or writes models and data sets as its owner",
                                "https://huggingface.co/settings/tokens"),
                        Bytes.BASE62,
                        34,
                        40,
                        "hf_"),
                PrefixRule.of(
                        new Kind(
                                "groq-api-key",
                                "Groq API key",
                                "Groq",
                                HIGH,
                                "spends the account's money",
                                "https://console.groq.com/keys"),
                        Bytes.BASE62,
                        52,
                        52,
                        "gsk_"),
                PrefixRule.of(
                        new Kind(
                                "xai-api-key",
                                "xAI API key",
                                "xAI",
                                HIGH,
                                "spends the account's money",
                                "https://console.x.ai"),
                        Bytes.BASE62,
                        70,
                        120,
                        "xai-"),
                PrefixRule.of(
                        new Kind(
                                "perplexity-api-key",
                                "Perplexity API key",
                                "Perplexity",
                                HIGH,
                                "spends the account's money",
                                "https://www.perplexity.ai/settings/api"),
                        Bytes.BASE62,
                        48,
                        48,
                        "pplx-"),
                PrefixRule.of(
                        new Kind(
                                "replicate-token",
                                "Replicate API token",
                                "Replicate",
                                HIGH,
                                "spends the account's money",
                                "https://replicate.com/account/api-tokens"),
                        Bytes.BASE62,
                        37,
                        37,
                        "r8_"),
                PrefixRule.of(
                        new Kind(
                                "langsmith-api-key",
                                "LangSmith API key",
                                "LangChain",
                                HIGH,
                                "reads traces, with what users typed",
                                "https://smith.langchain.com/settings"),
                        Bytes.BASE64URL,
                        43,
                        43,
                        "lsv2_pt_",
                        "lsv2_sk_"));
    }
}
