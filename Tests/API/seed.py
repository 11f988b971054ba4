"""The description with examples from the running server: without a kind of place and a registration that are there, whatever
is made up would only ever be refused."""
import json
import urllib.parse
import urllib.request

EVENT = "gmc-2025"
PERSON = {"name": "Ana Ruiz", "email": "ana.ruiz@people.example", "language": "es", "speaks": ["es", "ar-EG"]}


def ask(address, path, secret, body=None):
    request = urllib.request.Request(
        urllib.parse.urljoin(address, f"/api/v1/events/{EVENT}{path}"),
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {secret}", "Content-Type": "application/json", "Idempotency-Key": "seed"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status, json.load(answer)


def seeded(document, address, secret):
    """`document` with examples. Sent twice, the first registration is made once."""
    places = ask(address, "/places", secret)[1]["items"]
    first, second = (place["id"] for place in places[:2])
    made, one = ask(address, "/registrations", secret, {"category": first, **PERSON})
    repeated, again = ask(address, "/registrations", secret, {"category": first, **PERSON})
    if (made, repeated, one["id"]) != (201, 200, again["id"]):
        raise RuntimeError(f"the same key made {made} {one['id']} and {repeated} {again['id']}")
    document["components"]["parameters"]["registration"]["example"] = one["id"]
    document["components"]["parameters"]["category"]["example"] = first
    base = "/api/v1/events/{event}/registrations"
    for path, body in [
        (base, {"category": first, **PERSON, "email": "bo@people.example"}),
        (base + "/{registration}/move", {"category": second}),
    ]:
        document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"] = body
    return document
