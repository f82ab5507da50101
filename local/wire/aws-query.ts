import type { Reply } from './aws-json';
import { ServiceError } from './service-error';

/** An element of an XML reply. */
export type XmlValue = string | number | { readonly [name: string]: XmlValue | readonly XmlValue[] };

/** A service of the AwsQuery protocol: action → the content of `<ActionResult>`. */
export type QueryService = Readonly<
  Record<string, (parameters: URLSearchParams) => Readonly<Record<string, XmlValue | readonly XmlValue[]>>>
>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function renderElement(name: string, value: XmlValue | readonly XmlValue[]): string {
  if (Array.isArray(value))
    return `<${name}>${value.map((item: XmlValue) => renderElement('member', item)).join('')}</${name}>`;
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([key, field]) => renderElement(key, field as XmlValue));
    return `<${name}>${fields.join('')}</${name}>`;
  }
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

/** A reply of AwsQuery. */
export function toQueryReply(action: string, result: Readonly<Record<string, XmlValue | readonly XmlValue[]>>): Reply {
  const body = renderElement(`${action}Response`, {
    [`${action}Result`]: result as XmlValue,
    ResponseMetadata: { RequestId: '00000000-0000-0000-0000-000000000000' },
  });
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

/** An error of AwsQuery. */
export function toQueryError({ code, message, status }: ServiceError): Reply {
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const body = renderElement('ErrorResponse', { Error: { Type: type, Code: code, Message: message }, RequestId: '0' });
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

/** Reads a needed parameter. @throws ServiceError when it is missing. */
export function needParameter(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (value === null || value === '')
    throw new ServiceError('InvalidParameter', `Invalid parameter: ${name} is required`);
  return value;
}
