package dev.holdfast.probes.browser;

/** What runs in a page: the watcher in a world of its own, the rest in the page's. */
final class PageScripts {
    /** The function by which the watcher speaks; it is in no world but the watcher's. */
    static final String BINDING = "holdfastTell";

    /** The watcher's world, which the page cannot reach. */
    static final String WORLD = "holdfast";

    /**
     * Tells of each violation, with the whole text of what was inline: an event has only its first
     * 40 characters, and a hash needs all. Begins with a sign of life.
     */
    static final String WATCHER =
            """
            (() => {
              const tell = holdfastTell, longest = 4000000;
              const inline = (event, element) => {
                if (event.blockedURI !== 'inline' || !element || element.nodeType !== 1) return [];
                if (event.effectiveDirective.endsWith('-src-elem')) {
                  const name = element.localName;
                  return name === 'script' || name === 'style' ? [element.textContent] : [];
                }
                if (event.effectiveDirective === 'style-src-attr') {
                  return element.hasAttribute('style') ? [element.getAttribute('style')] : [];
                }
                return [...element.attributes]
                    .filter(each => each.localName.startsWith('on')).map(each => each.value);
              };
              window.addEventListener('securitypolicyviolation', event => {
                if (!event.isTrusted) return;
                const texts = inline(event, event.composedPath()[0]);
                tell(JSON.stringify({
                  directive: event.effectiveDirective, blocked: event.blockedURI,
                  enforced: event.disposition === 'enforce', policy: event.originalPolicy,
                  file: event.sourceFile || '', line: event.lineNumber,
                  texts: texts.filter(each => each.length <= longest)}));
              }, true);
              if (window === window.top) tell('{"awake":true}');
            })()
            """;

    /**
     * Takes away, before the page's own scripts run, what reaches the network past the gate: WebRTC
     * and WebTransport send over UDP, whatever proxy there is. A page cannot get them back from a
     * frame of its own, because the script runs in every frame before anything else does.
     */
    static final String NO_OTHER_WAY_OUT =
            """
            (() => {
              for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection',
                  'RTCIceTransport', 'RTCQuicTransport', 'WebTransport', 'TCPSocket',
                  'UDPSocket']) {
                try {
                  Object.defineProperty(globalThis, name,
                      {value: undefined, writable: false, configurable: false});
                } catch (error) {
                  delete globalThis[name];
                }
              }
            })()
            """;

    /** What is in the page after its load. */
    static final String FACTS =
            """
            (() => {
              const most = 200;
              const forms = new Set(), links = new Set(), handlers = new Set();
              for (const form of [...document.forms].slice(0, most)) {
                if (form.getAttribute('method')?.toLowerCase() === 'dialog') continue;
                forms.add(new URL(form.getAttribute('action') || '', document.baseURI).href);
                for (const button of form.querySelectorAll('[formaction]')) {
                  forms.add(new URL(button.getAttribute('formaction'), document.baseURI).href);
                }
              }
              for (const link of [...document.querySelectorAll('a[href], area[href]')]) {
                if (link.protocol === 'javascript:' && links.size < most) links.add(link.href);
              }
              return JSON.stringify({
                forms: [...forms], links: [...links],
                manifest: document.querySelector('link[rel~=manifest]') !== null,
                password: document.querySelector('input[type=password]') !== null,
                meta: document.querySelectorAll(
                    'meta[http-equiv="content-security-policy" i]').length});
            })()
            """;

    /**
     * Follows every {@code javascript:} link and sends every form, which only a sealed page may do.
     * Not in the watcher's world: code of that world is above the page's policy.
     */
    static final String EXERCISE =
            """
            (async () => {
              const pause = time => new Promise(done => setTimeout(done, time));
              const links = [...document.querySelectorAll('a[href], area[href]')]
                  .filter(link => link.protocol === 'javascript:').slice(0, 50);
              for (const link of links) {
                link.target = '_self';
                link.click();
                await pause(40);
              }
              for (const form of [...document.forms].slice(0, 50)) {
                form.target = '_self';
                HTMLFormElement.prototype.submit.call(form);
                await pause(80);
              }
              return 'done';
            })()
            """;

    private PageScripts() {}
}
