// SPDX-License-Identifier: Apache-2.0
// The CDS Hooks calls that bench_paced sends, one a line: PATH TAB BODY.
import { call, medication, order, speaking, told } from '../conformance/cds_hooks/calls.js';

const calls = [
  speaking('order-sign'), speaking('order-select'), speaking('patient-view'),
  call('order-sign', { orders: [order('MRI pelvis')] }),
  call('order-sign', { orders: [medication('Triamcinolone injection')], prefetch: told() }),
  call('patient-view', { prefetch: told() }),
];
for (const one of calls) console.log(`/cds-services/tendon-${one.hook}\t${JSON.stringify(one)}`);
