package dev.holdfast.probes.csp;

/** The page that tries every sink. Each script leaves an attribute at the root element. */
final class SinkPage {
    private SinkPage() {}

    static String html(int id, Delivered policies) {
        StringBuilder metas = new StringBuilder();
        for (String content : policies.metas()) {
            metas.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                    .append(content.replace("&", "&amp;").replace("\"", "&quot;"))
                    .append("\">");
        }
        return """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>t</title>%2$s
        <style>#style{width:77px;height:5px}</style>
        <script>%3$s</script>
        <script>try { if (eval('7') === 7) %8$s; } catch (refused) {}</script>
        <script nonce="attackers-choice">%4$s</script>
        <script src="https://victim.test/self.js?n=%1$d"></script>
        <script src="https://evil.test/evil.js?n=%1$d"></script>
        <script src="data:text/javascript,%5$s"></script>
        </head><body style="margin:0">
        <div id="attr" onclick="%6$s" style="height:20px">attr</div>
        <a id="js" style="height:20px" href="javascript:%7$s">js</a>
        <div id="style">s</div>
        <div id="styleattr" style="width:66px;height:5px">s</div>
        <img src="https://evil.test/img.png?n=%1$d" alt="">
        <iframe width="30" height="30" src="https://evil.test/frame?n=%1$d"></iframe>
        <object width="30" height="30" type="text/html"
            data="https://evil.test/object?n=%1$d"></object>
        <noscript><i id="scriptless"></i></noscript>
        <base href="https://evil.test/">
        </body></html>
        """
                .formatted(
                        id,
                        metas,
                        mark("inline"),
                        mark("wrongnonce"),
                        mark("data"),
                        mark("attr"),
                        "void(" + mark("jsurl") + ")",
                        mark("page-eval"));
    }

    static String mark(String name) {
        return "document.documentElement.setAttribute('data-" + name + "','1')";
    }

    /** What is run on the page once it is loaded. */
    static String collector(int id) {
        return """
        (async () => {
          let evaluated = false;
          try { evaluated = eval('7') === 7; } catch (refused) { evaluated = false; }
          document.getElementById('attr').click();
          document.getElementById('js').click();
          const fetched = await fetch('https://evil.test/connect?n=%d')
              .then(() => true, () => false);
          for (let i = 0; i < 3; i++) {
            await new Promise(done => setTimeout(done, 0));
          }
          const has = name => document.documentElement.hasAttribute('data-' + name);
          const width = id => getComputedStyle(document.getElementById(id)).width;
          return JSON.stringify({
            inline: has('inline'), wrongnonce: has('wrongnonce'), attr: has('attr'),
            jsurl: has('jsurl'), self: has('self'), evil: has('evil'), data: has('data'),
            eval: evaluated, pageeval: has('page-eval'), style: width('style') === '77px',
            styleattr: width('styleattr') === '66px', connect: fetched,
            base: document.baseURI === 'https://evil.test/'
          });
        })()
        """
                .formatted(id);
    }
}
