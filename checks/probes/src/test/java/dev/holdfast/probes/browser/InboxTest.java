package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final Duration NOW = Duration.ZERO;

    private final Inbox inbox = new Inbox();

    @Test
    void givesAnAnswerToWhoWaitsForIt() {
        CompletableFuture<Node> first = inbox.expect(1);
        CompletableFuture<Node> second = inbox.expect(2);

        inbox.take("{\"id\":2,\"result\":{\"a\":\"b\"}}");
        inbox.take("{\"id\":99,\"result\":{}}");

        assertFalse(first.isDone());
        assertEquals("b", second.join().at("result", "a").text());
        assertEquals(0, inbox.dropped());
    }

    @Test
    void dropsWhatIsNoMessageAndCountsIt() throws Exception {
        for (String odd : new String[] {"", "nothing", "[]", "{}", "{\"method\":1}", "{\"a\":"}) {
            inbox.take(odd);
        }
        inbox.take("{\"a\":".repeat(500) + "1" + "}".repeat(500));
        inbox.take("{\"method\":\"Page.loadEventFired\",\"params\":{}}");

        assertEquals(7, inbox.dropped());
        assertEquals("Page.loadEventFired", inbox.next(NOW).orElseThrow().at("method").text());
        assertTrue(inbox.next(NOW).isEmpty());
    }

    @Test
    void keepsNoMoreEventsThanItHasRoomFor() {
        for (int i = 0; i < 20_010; i++) {
            inbox.take("{\"method\":\"Runtime.consoleAPICalled\"}");
        }

        assertEquals(10, inbox.dropped());
    }

    @Test
    void tellsEverybodyThatTheBrowserIsGone() {
        CompletableFuture<Node> waiting = inbox.expect(1);

        inbox.onError(new NoSocket(), new IllegalStateException("gone"));

        assertTrue(waiting.isCompletedExceptionally());
        assertTrue(inbox.expect(2).isCompletedExceptionally());
        assertThrows(BrowserProblem.class, () -> inbox.next(NOW));
    }

    @Test
    void putsTheFramesOfAMessageTogether() {
        CompletableFuture<Node> answer = inbox.expect(7);
        NoSocket socket = new NoSocket();

        var _ = inbox.onText(socket, "{\"id\":", false);
        var _ = inbox.onText(socket, "7}", true);

        assertTrue(answer.isDone());
        assertEquals(2, socket.requested);
    }

    @Test
    void survivesAnyText() {
        Random random = new Random(7);
        String letters = "{}[]\":,0idmethodresult\\u\u0000é ";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            inbox.take(text.toString());
        }
        assertTrue(inbox.dropped() > 0);
    }
}
