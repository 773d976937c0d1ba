package org.suyuan.codes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listens as enforcement will: after commit. */
class HeardSignals {
    private final List<CounterfeitSignal> heard = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void on(CounterfeitSignal signal) {
        heard.add(signal);
    }

    List<CounterfeitSignal> of(String subject) {
        return heard.stream().filter(signal -> signal.subject().equals(subject)).toList();
    }

    void clear() {
        heard.clear();
    }
}
