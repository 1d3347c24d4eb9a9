package io.switchboard.gateway.channel.email;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reads the text of an HTML mail, with its lines. */
final class HtmlText {
    private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\\n\\u00a0]+");
    private static final Pattern SPACES_AROUND_LINE = Pattern.compile(" *\n *");
    private static final Pattern MANY_LINES = Pattern.compile("\n{3,}");

    private HtmlText() {}

    static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select("script,style,head,title,noscript,template").remove();
        document.select("blockquote,.gmail_quote,#divRplyFwdMsg ~ *,#divRplyFwdMsg")
                .remove();
        document.body()
                .nodeStream(TextNode.class)
                .forEach(node -> node.text(SPACES.matcher(node.getWholeText()).replaceAll(" ")));
        document.select("br").forEach(each -> each.replaceWith(new TextNode("\n")));
        for (Element block : document.select("p,div,li,tr,h1,h2,h3,h4,h5,h6,pre")) {
            block.appendChild(new TextNode(block.nameIs("p") ? "\n\n" : "\n"));
        }
        String text = SPACES_AROUND_LINE.matcher(document.body().wholeText()).replaceAll("\n");
        return MANY_LINES.matcher(text).replaceAll("\n\n").strip();
    }
}
