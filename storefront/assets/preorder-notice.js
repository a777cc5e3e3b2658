// Themes change the variant without loading the page again: the form's hidden or visible field "id" says which one.
(() => {
  const show = (form) => {
    const chosen = new FormData(form).get('id');
    if (!chosen) return;
    document.querySelectorAll('[data-holdfast-notices] [data-variant]').forEach((notice) => {
      notice.hidden = notice.dataset.variant !== chosen;
    });
  };
  document.addEventListener('change', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form[action*="/cart/add"]') : null;
    // After the theme's own listeners, which may set the field.
    if (form) setTimeout(() => show(form), 0);
  });
})();
