// Loaded into every Node process of the ASK CLI (NODE_OPTIONS=--require): nothing is reached but the services that
// ONLY_SERVICE names, as host:port,host:port. What is tried all the same fails at once, and is written as one line into the
// file that REFUSED_CONNECTIONS names.
"use strict";

const { appendFileSync } = require("node:fs");
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

const SERVICES = (process.env.ONLY_SERVICE ?? "").split(",");

function refuse(place) {
    if (process.env.REFUSED_CONNECTIONS) appendFileSync(process.env.REFUSED_CONNECTIONS, `${place}\n`);
    const error = new Error(`the network is out of bounds: ${place}`);
    error.code = "ENETUNREACH";
    return error;
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
    // Node itself calls this with its arguments put into one array.
    const [first, second] = Array.isArray(given[0]) ? given[0] : given;
    const options = typeof first === "object" && first !== null ? first : { port: first, host: second };
    const place = `${options.host ?? "localhost"}:${options.port}`;
    // With a path it is a pipe to a process on this machine.
    if (options.path || SERVICES.includes(place)) return connect.apply(this, given);
    const error = refuse(place);
    process.nextTick(() => this.destroy(error));
    return this;
};

// Names are asked for with a socket of their own kind.
for (const name of ["lookup", "resolve", "resolve4", "resolve6", "resolveAny"]) {
    dns[name] = (host, ...more) => process.nextTick(more.at(-1), refuse(host));
    dns.promises[name] = (host) => Promise.reject(refuse(host));
}

dgram.Socket.prototype.send = function (...given) {
    const error = refuse("a datagram");
    if (typeof given.at(-1) === "function") process.nextTick(given.at(-1), error);
};
