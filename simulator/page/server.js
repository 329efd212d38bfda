// Asking the simulator. A refusal is thrown as Refused, with its status and sentence.

export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Refused(response.status, body.error);
  return body;
}

export const get = async (path) => answer(await fetch(path));

// A list a phone asks for. It may be gone by now, the news of that on its way: then nothing.
export async function listOf(phoneId, path) {
  try {
    return await get(`/phones/${phoneId}/${path}`);
  } catch (problem) {
    if (problem instanceof Refused && problem.status === 404) return [];
    throw problem;
  }
}

export const post = async (path, body = {}) =>
  answer(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

export function send(phoneId, kind, fields = {}) {
  const form = new FormData();
  form.append("kind", kind);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return fetch(`/phones/${phoneId}/send`, { method: "POST", body: form }).then(answer);
}
