package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Tokens of providers of language models. */
final class ArtificialIntelligenceRules {
    private static final String MONEY = "spends the account's money";

    private ArtificialIntelligenceRules() {}

    static List<PrefixRule> all() {
        List<PrefixRule> all = new ArrayList<>(OpenAiRules.all());
        all.addAll(
                List.of(
                        PrefixRule.of(
                                new Kind(
                                        "anthropic-api-key",
                                        "Anthropic API key",
                                        "Anthropic",
                                        CRITICAL,
                                        MONEY,
                                        "https://console.anthropic.com/settings/keys"),
                                Shape.of(Bytes.BASE64URL, 80, 120),
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
                                Shape.of(Bytes.BASE62, 34),
                                "hf_"),
                        PrefixRule.of(
                                new Kind(
                                        "groq-api-key",
                                        "Groq API key",
                                        "Groq",
                                        HIGH,
                                        MONEY,
                                        "https://console.groq.com/keys"),
                                Shape.of(Bytes.BASE62, 52),
                                "gsk_"),
                        PrefixRule.of(
                                new Kind(
                                        "xai-api-key",
                                        "xAI API key",
                                        "xAI",
                                        HIGH,
                                        MONEY,
                                        "https://console.x.ai"),
                                Shape.of(Bytes.BASE62, 70, 120),
                                "xai-"),
                        PrefixRule.of(
                                new Kind(
                                        "perplexity-api-key",
                                        "Perplexity API key",
                                        "Perplexity",
                                        HIGH,
                                        MONEY,
                                        "https://www.perplexity.ai/settings/api"),
                                Shape.of(Bytes.BASE62, 48),
                                "pplx-"),
                        PrefixRule.of(
                                new Kind(
                                        "replicate-token",
                                        "Replicate API token",
                                        "Replicate",
                                        HIGH,
                                        MONEY,
                                        "https://replicate.com/account/api-tokens"),
                                Shape.of(Bytes.BASE62, 37),
                                "r8_"),
                        PrefixRule.of(
                                new Kind(
                                        "langsmith-api-key",
                                        "LangSmith API key",
                                        "LangChain",
                                        HIGH,
                                        "reads traces, with what users typed",
                                        "https://smith.langchain.com/settings"),
                                Shape.of(Bytes.BASE62, 32).then("_", Bytes.BASE62, 10),
                                "lsv2_pt_",
                                "lsv2_sk_"),
                        PrefixRule.of(
                                new Kind(
                                        "pinecone-api-key",
                                        "Pinecone API key",
                                        "Pinecone",
                                        HIGH,
                                        "reads and deletes the indexes of the project",
                                        "https://app.pinecone.io"),
                                Shape.of(Bytes.BASE62, 5, 6).then("_", Bytes.BASE62, 63),
                                "pcsk_")));
        return all;
    }
}
