// Within Shopify's admin, App Bridge gives a token that proves the shop; with it the server connects the shop.
(async () => {
    const state = document.getElementById('state');
    if (!window.shopify) {
        return;
    }
    const answer = await fetch('/auth/session', {
        method: 'POST',
        headers: { Authorization: `Bearer ${await window.shopify.idToken()}` },
    });
    if (!answer.ok) {
        state.textContent = 'This shop could not be connected. Load this page again in a minute.';
        return;
    }
    const { shop, lacking, off } = await answer.json();
    state.textContent = `${shop} is connected.`;
    const list = document.getElementById('off');
    const sentences = lacking.length ? [`Holdfast cannot work without: ${lacking.join(', ')}.`, ...off] : off;
    for (const sentence of sentences) {
        const item = document.createElement('li');
        item.textContent = sentence;
        list.append(item);
    }
})();
