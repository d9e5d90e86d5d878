package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/**
 * The page in the words of who uses it. Texts are looked for in the turns, because the announcer for screen readers repeats them.
 *
 * @param page for everything that has no word here
 * @param watch what the page must not do
 */
record ChatPage(Page page, PageWatch watch) {

    /** Types a question and presses Enter. */
    void ask(String question) {
        // Nothing can be asked before the page knows of a model.
        assertThat(picker()).isEnabled();
        message().fill(question);
        message().press("Enter");
    }

    /** Asks and waits until the answer is complete. */
    void askAndWait(String question) {
        int turns = questions().count();
        ask(question);
        assertThat(questions()).hasCount(turns + 1);
        waitForPhase("done");
    }

    /** Waits until the last answer is {@code waiting}, {@code thinking}, {@code writing}, {@code done}, {@code stopped} or so. */
    void waitForPhase(String phase) {
        assertThat(answer()).hasAttribute("data-phase", phase);
    }

    Locator message() {
        return page.locator("#message");
    }

    Locator questions() {
        return page.locator("chat-turn .question-text");
    }

    /** The last answer with everything around its text. */
    Locator answer() {
        return page.locator("chat-turn .answer-body").last();
    }

    /** The last answer's text. */
    Locator text() {
        return answer().locator("> markdown-view");
    }

    /** What can be done with the last answer, which is there only when it has ended. */
    Locator actions() {
        return page.locator("chat-turn").last().locator(".answer-actions");
    }

    Locator failure() {
        return page.locator("chat-turn").last().locator("failure-note .failure");
    }

    /** The button with exactly this name. */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator picker() {
        return page.locator(".picker-button");
    }

    Locator models() {
        return page.getByRole(AriaRole.OPTION);
    }

    /** Opens the list of models and takes the one whose name begins so. */
    void choose(String model) {
        picker().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + model)))
                .click();
    }

    /** Chooses in the settings: {@code theme} or {@code language}, and the value. */
    void set(String setting, String value) {
        page.locator("settings-menu > button").click();
        // The radio button itself is drawn by its label.
        page.locator("#settings label")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("input[name=" + setting + "][value='" + value + "']")))
                .click();
        page.keyboard().press("Escape");
    }

    /** What the page remembers under this name, or null. */
    String remembered(String key) {
        return (String) page.evaluate("key => localStorage.getItem('quollama.' + key)", key);
    }
}
