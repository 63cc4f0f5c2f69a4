// The browser knows its time zone. Without this module it is chosen from the list.
const zone = document.querySelector("select[data-zone=guess]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && [...zone.options].some(option => option.value === here)) zone.value = here;
