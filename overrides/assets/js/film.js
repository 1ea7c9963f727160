// A film: nothing of it is fetched before somebody wants to see it. Then it plays where its picture was, with captions.

function captions(link) {
  const track = document.createElement("track");
  return Object.assign(track, { kind: "captions", src: link.href, srclang: link.hreflang, label: link.textContent, default: true });
}

function play(click) {
  click.preventDefault();
  const link = click.currentTarget;
  const figure = link.closest("[data-film]");
  const video = document.createElement("video");
  Object.assign(video, { controls: true, playsInline: true, poster: link.querySelector("img").src, src: link.href });
  video.append(...[...figure.querySelectorAll(".film-captions")].map(captions));
  link.replaceWith(video);
  video.focus();
  video.play();
}

for (const link of document.querySelectorAll("[data-film] .film-play")) link.addEventListener("click", play);
