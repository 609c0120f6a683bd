package dev.holdfast.secrets.verify;

/** What carries a call to its host and the answer back. */
interface Transport {
    Answer send(Call call) throws NoAnswer, InterruptedException;
}
