package dev.quollama.bench;

import java.util.UUID;

/** A way to an answer of the fake. */
interface Route {

    /**
     * Asks on a connection of its own, and tells the reception all that comes of it.
     *
     * @param id by which the fake is to know the answer
     */
    void ask(AnswerPlan plan, UUID id, Reception reception);
}
